import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../../../fixtures/programs.js';
import { styledValue } from './styled-value.js';

const stylua = fileURLToPath(new URL('../../../../node_modules/.bin/stylua', import.meta.url));
const format = (source: string) => runProgram(stylua, ['-'], source);

/** Lua with each value as a field of a table, as the binding has them. */
function assigned(values: readonly (readonly [name: string, value: unknown])[]): string {
  const fields = values.map(([name, value]) => `\t${name} = ${styledValue(value, `\t${name} = `).text},\n`);
  return `local VALUES = {\n${fields.join('')}}\n`;
}

const text = fc.array(
  fc.constantFrom(
    'a',
    'word ',
    '"',
    "'",
    '\\',
    '\n',
    '\t',
    '\u0000',
    'é',
    '字',
    '🙂',
    '<!--',
    ']]',
    '--',
    'y'.repeat(30),
  ),
  { maxLength: 8 },
);
const string = text.map((parts) => parts.join(''));
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(-0, 1e21, 2 ** 53),
);
const key = fc.oneof(fc.constantFrom('a', 'end', 'param', 'a b', '1', 'x'.repeat(40), ''), string);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    string,
    number,
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(key, tie('value'), { maxKeys: 5 }),
  ),
}));
const name = fc.constantFrom('a', 'list_items', 'y'.repeat(60));

describe('a value in a Lua binding', () => {
  test('is what StyLua makes of it, for 4,000 random values', () => {
    const values = fc.array(fc.tuple(name, value), { minLength: 500, maxLength: 500 });
    fc.assert(
      fc.property(values, (fields) => {
        const source = assigned(fields);
        expect(format(source)).toBe(source);
      }),
      // One failure is enough: a smaller one would take a process for each attempt.
      { numRuns: 8, seed: 12, endOnFailure: true },
    );
  });

  test('is on one line up to column 120, its comma included', () => {
    const list = (length: number) => ({ items: ['x'.repeat(length)] });
    const linesOf = (length: number) => assigned([['k', list(length)]]).split('\n').length;
    const flat = `    k = { items = { "" } },`.length;
    expect([linesOf(120 - flat), linesOf(121 - flat)]).toEqual([4, 6]);
  });

  test('is broken where StyLua breaks a line that is too long', () => {
    const items = ['x'.repeat(60), 'y'.repeat(60)];
    const flat = `local VALUES = {\n\tk = { param = "page", items = { "${items.join('", "')}" } },\n}\n`;
    expect(format(flat)).toBe(assigned([['k', { param: 'page', items }]]));
  });

  test('leaves out fields that are null', () => {
    expect(styledValue({ param: 'page', last: null }).text).toBe('{ param = "page" }');
  });
});
