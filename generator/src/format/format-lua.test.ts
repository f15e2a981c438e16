import { Config, OutputVerification, formatCode } from '@johnnymorganz/stylua';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatLua } from './format-lua.js';
import { isFormattedLua } from './is-formatted-lua.js';

function formatAtOnce(source: string): string {
  return formatCode(source, Config.new(), undefined, OutputVerification.None);
}

/** Lines out of which Lua with every kind of block, and text that only looks like one, can be made. */
const pieces = [
  'local a={b=1,\n c=2}',
  'local function f( x )\nif x then return x end\n\nlocal y=x\nreturn y\nend',
  'f(1)',
  'f "text"',
  'a=b\nor c',
  'local s=[[\n\nlocal not_code=1\n\n-- no comment\n]]',
  'local s = [==[\n\nx = 1\n]==]',
  '-- a comment',
  '--a comment   ',
  '---@class a\n---@field b string',
  '--[[ a long\n\nlocal x=1\n\n comment ]]',
  '--[==[ one ]==] local z=1',
  'local t = {\n\na = 1,\n\n-- inside\n\nb = 2 }',
  'do\n\nlocal x=1\n\nend',
  'local long_name = some_function("a text that is rather long", "and another one that is long", "and one that is more")',
  'goto_label = 1 ;',
  '-- stylua: ignore start\n\nlocal  a  =  1\n\n-- stylua: ignore end',
  'f(); (g or f)()',
];

describe('formatting Lua block by block', () => {
  test('gives what formatting it at once gives', async () => {
    const source = fc.array(
      fc.tuple(fc.constantFrom(...pieces), fc.constantFrom('\n', '\n\n', '\n\n\n', '\n \n')),
    );
    await fc.assert(
      fc.asyncProperty(source, fc.boolean(), async (parts, returns) => {
        const text = parts.map((part) => part.join('')).join('') + (returns ? 'return a' : '');
        fc.pre(text !== '');
        expect(await formatLua('a.lua', text)).toBe(formatAtOnce(text));
      }),
      { numRuns: 500 },
    );
  });

  test('leaves alone what StyLua would leave alone', async () => {
    const word = fc.constantFrom('a', 'local', 'Name_1', 'NIL', 'end', 'x'.repeat(60), '_');
    const piece = fc.constantFrom(
      'a',
      '"',
      "'",
      '\\',
      ' ',
      '.',
      '%',
      'é',
      '(',
      ']]',
      '--',
      '{',
      'y'.repeat(50),
    );
    const text = fc.array(piece, { maxLength: 4 }).map((parts) => parts.join(''));
    const quoted = fc.tuple(text, fc.constantFrom('"', "'")).map(([inner, mark]) => mark + inner + mark);
    const number = fc.constantFrom('0', '1', '12', '007', '1e3', '-1');
    const atom = fc.oneof(quoted, word, number);
    const named = (right: fc.Arbitrary<string>) => fc.tuple(word, right).map((parts) => parts.join(' = '));
    const inline = (item: fc.Arbitrary<string>) =>
      fc.array(item, { minLength: 1, maxLength: 3 }).map((all) => `{ ${all.join(', ')} }`);
    const nested = inline(fc.oneof(atom, named(atom), named(inline(atom))));
    const item = fc.oneof(atom, named(atom), named(nested), nested);
    const table = fc
      .array(item, { minLength: 1, maxLength: 3 })
      .map((all) => `{\n${all.map((one) => `\t${one},\n`).join('')}}`);
    const value = fc.oneof(
      atom,
      fc.tuple(word, quoted).map((parts) => parts.join(' .. ')),
      table,
    );
    const line = fc.tuple(word, value).map(([name, right]) => `local ${name} = ${right}`);
    const block = fc.array(
      fc.oneof(
        line,
        text.map((rest) => `--${rest}`),
      ),
      { minLength: 1, maxLength: 3 },
    );
    let claims = 0;
    fc.assert(
      fc.property(block, (lines) => {
        const source = lines.join('\n');
        fc.pre(isFormattedLua(source));
        claims++;
        expect(formatAtOnce(source)).toBe(`${source}\n`);
      }),
      { numRuns: 1_000, maxSkipsPerRun: 1_000 },
    );
    expect(claims).toBe(1_000);
  });

  test('refuses what does not parse, with the file', async () => {
    await expect(formatLua('a.lua', 'local a = 1\n\nlocal = 1')).rejects.toThrow('a.lua does not parse');
  });
});
