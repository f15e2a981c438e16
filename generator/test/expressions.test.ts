import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { describeBacktracking } from '../src/validate/patterns/describe-backtracking.js';
import { findBacktracking } from '../src/validate/patterns/find-backtracking.js';

/**
 * Expressions for which the proof fails, and why no caller, script or service can make them run for long. Everything
 * else that stands in a package between slashes takes time in proportion to what it reads.
 */
const exceptions: Readonly<Record<string, string>> = {
  '/(?<![\\d.eE+-])-?\\d{16}\\d*(?![\\d.eE])/g':
    'the look-behind lets a search begin at the first digit only',
  '/(?<!\\\\)(?:\\\\\\\\)*\\\\$/': 'the look-behind lets a search begin at the first backslash only',
  '/("(?:[^"\\\\]|\\\\.)*")(\\s*:)?|[[\\]{},]/g': 'the text is valid JSON, so that each quote has an end',
  '/\\/+$/': 'the text is a base URL, which the owner of the account has given',
  '/0+$/': 'the text is made of digits alone, so that the first try succeeds',
  '/\\\\Q(?<text>[^]*?)(?:\\\\E|$)|\\\\[pPx]\\{[^}]*\\}|\\\\[^]|\\[\\^?\\]?(?:\\[:\\w*:\\]|\\\\[^]|[^\\]\\\\])*\\]|\\{(?<least>\\d+),?(?<most>\\d*)\\}|(?<open>\\()|(?<close>\\))|[^]/gu':
    'a pattern has at most 4,096 characters',
};

interface Literal {
  readonly place: string;
  readonly text: string;
}

/** Every regular expression in the sources of what is published for programs to run. */
function literalsOf(file: string): Literal[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Literal[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ place: `${file}:${line + 1}`, text: node.text });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function faultOf(text: string): string | undefined {
  const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(text)!;
  // One that is sticky is tried at one place.
  const searched = flags.includes('y') ? `^(?:${source})` : source;
  const found = findBacktracking(searched, flags.replace(/[dgy]/g, ''));
  return found && describeBacktracking(text, found);
}

const files = execFileSync('git', ['ls-files', 'packages/**/*.ts'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\/src\//.test(file) && !file.endsWith('.test.ts'));
const literals = files.flatMap(literalsOf);

test('no regular expression of a package backtracks on a long text', () => {
  expect(literals.length).toBeGreaterThan(80);
  const faults = literals
    .filter(({ text }) => !Object.hasOwn(exceptions, text))
    .flatMap(({ place, text }) => {
      const fault = faultOf(text);
      return fault === undefined ? [] : `${place}: ${fault}`;
    });
  expect(faults).toEqual([]);
});

test.each(Object.keys(exceptions))('the exception for %s is needed', (text) => {
  expect(literals.map((literal) => literal.text)).toContain(text);
  expect(faultOf(text)).toBeDefined();
});
