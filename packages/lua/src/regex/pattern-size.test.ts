import * as fc from 'fast-check';
import { RE2JS } from 're2js';
import { expect, test } from 'vitest';
import { patternSize } from './pattern-size.js';

const small = fc.integer({ min: 0, max: 12 });

const { pattern } = fc.letrec<{ pattern: string }>((tie) => {
  const inner = tie('pattern');
  return {
    pattern: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      fc.constantFrom(
        'a',
        '.',
        'é',
        '\\d',
        '\\(',
        '\\pL',
        '[a-z]',
        '[](]',
        '[^]{2}]',
        '[[:alpha:](]',
        '\\x{10}',
      ),
      fc.constantFrom('\\Q({\\E', '^', '$', '\\b', '(?i)k', '[\\]{9}]', ''),
      fc.array(inner, { maxLength: 4 }).map((parts) => parts.join('')),
      fc.array(inner, { minLength: 2, maxLength: 3 }).map((parts) => `(?:${parts.join('|')})`),
      inner.map((part) => `(${part})`),
      inner.map((part) => `(?P<name>${part})`),
      fc.tuple(inner, fc.constantFrom('*', '+', '?', '*?', '+?')).map(([part, more]) => `(?:${part})${more}`),
      fc.tuple(inner, small).map(([part, times]) => `(?:${part}){${times}}`),
      fc.tuple(inner, small).map(([part, times]) => `(${part}){${times},}`),
      fc.tuple(inner, small, small).map(([part, a, b]) => `(?:${part}){${Math.min(a, b)},${Math.max(a, b)}}`),
    ),
  };
});

test('is at least the size that the engine makes of a pattern', () => {
  let tried = 0;
  fc.assert(
    fc.property(pattern, (text) => {
      let size: number;
      try {
        size = RE2JS.compile(text).programSize();
      } catch {
        return;
      }
      tried += 1;
      expect(patternSize(text)).toBeGreaterThanOrEqual(size);
    }),
    { numRuns: 2000 },
  );
  expect(tried).toBeGreaterThan(500);
});

test.each([
  '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}',
  '^(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.|$)){4}',
  'a{1,1000}',
  '[{9}]{9}',
  '(?:(?:ab|c){10}d{3}){20}',
])('is less than four times as much: %s', (text) => {
  expect(patternSize(text)).toBeLessThan(4 * RE2JS.compile(text).programSize());
});
