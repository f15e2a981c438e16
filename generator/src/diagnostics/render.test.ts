import { expect, test } from 'vitest';
import type { Diagnostic } from './diagnostic.js';
import { renderDiagnostics } from './render.js';
import { spanPosition } from './span-position.js';

const at = (text: string, part: string) => {
  const start = text.indexOf(part);
  return spanPosition(text, { start, end: start + part.length });
};

function render(text: string, part: string, more: Partial<Diagnostic> = {}): string {
  return renderDiagnostics([
    { code: 'KEY_UNKNOWN', message: 'unknown key', file: 'a.yaml', ...at(text, part), ...more },
  ]);
}

test('line, caret and fix', () => {
  expect(render('a: 1\nbc: 2\n', 'bc')).toBe(
    [
      'a.yaml:2:1 KEY_UNKNOWN',
      '  unknown key',
      '  2 | bc: 2',
      '    | ^^',
      '  fix: Use one of the keys that docs/guides/spec-language.md lists.',
      '',
      '1 error in 1 file',
      '',
    ].join('\n'),
  );
});

test('what a terminal would act on is shown as an escape, and the caret still fits', () => {
  const shown = render('\u001b[31m\u202ea: x\n', 'x', { message: 'the key `\u0007`', help: 'Write \u200b.' });
  expect(shown).toContain('  the key `\\u0007`\n');
  expect(shown).toContain(`  1 | \\u001b[31m\\u202ea: x\n    | ${' '.repeat(19)}^\n`);
  expect(shown).toContain('fix: Write \\u200b.');
  // oxlint-disable-next-line no-control-regex
  expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u200b\u202e]/);
});

test('a long line is cut on both sides of the fault', () => {
  const shown = render(`${'a'.repeat(500)}FAULT${'b'.repeat(500)}`, 'FAULT').split('\n');
  expect(shown[2]).toMatch(/^ {2}1 \| …a{100}FAULTb+…$/);
  expect(shown[3]!.indexOf('^')).toBe(shown[2]!.indexOf('FAULT'));
  expect(shown[2]!.length).toBeLessThan(220);
});

test('by file, line and column, whatever the order of finding', () => {
  const one = (file: string, line: number, column: number): Diagnostic => ({
    code: 'KEY_MISSING',
    message: 'm',
    file,
    line,
    column,
  });
  const all = [one('b', 1, 1), one('a', 10, 1), one('a', 9, 2), one('a', 9, 1)];
  const places = renderDiagnostics(all).match(/^\w:\d+:\d+/gm);
  expect(places).toEqual(['a:9:1', 'a:9:2', 'a:10:1', 'b:1:1']);
  expect(renderDiagnostics(all.toReversed())).toBe(renderDiagnostics(all));
});

test('CR LF and tabs do not move the caret', () => {
  expect(render('a: 1\r\n\tb: 2\r\n', 'b')).toContain('  2 |  b: 2\n    |  ^\n');
});
