import { dictionary, jsonValue, sample, string } from 'fast-check';
import { parse } from 'luaparse';
import { describe, expect, test } from 'vitest';
import { hostileTexts } from '../../../fixtures/hostile-text.js';
import { isInstalled, luaInterpreters, runProgram } from '../../../fixtures/programs.js';
import { luaComment, luaDoc, luaIndex, luaKey, luaName, luaPath, luaSource, luaString } from './lua.js';
import { luaValue } from './lua-value.js';

describe('luaString', () => {
  test.each([
    ['plain', '"plain"'],
    ['käse ☕', '"käse ☕"'],
    ['say "hi"', `'say "hi"'`],
    [`both ' and "`, `"both ' and \\""`],
    ['back\\slash\n', '"back\\\\slash\\n"'],
    ['\u00001\u007f', '"\\0001\\127"'],
    ['a\u202eb', '"a\\226\\128\\174b"'],
    ['<!--x', '"\\060!--x"'],
    [']] --[[', '"]] --[["'],
  ])('%j', (text, spelled) => {
    expect(luaString(text).text).toBe(spelled);
  });

  for (const lua of luaInterpreters) {
    test.skipIf(!isInstalled(lua))(`${lua} reads back the same bytes`, () => {
      const texts = [...hostileTexts, ...sample(string({ unit: 'binary', maxLength: 40 }), 500)];
      const script = [
        'local function hex(s) return (s:gsub(".", function(c) return string.format("%02x", c:byte()) end)) end',
        ...texts.map((text) => `print(hex(${luaString(text).text}))`),
      ].join('\n');
      const bytes = texts.map((text) => Buffer.from(text, 'utf8').toString('hex'));
      expect(runProgram(lua, ['-'], script).split('\n').slice(0, -1)).toEqual(bytes);
    });
  }
});

describe('names', () => {
  test('a name stands bare, anything else is quoted', () => {
    expect([luaKey('key').text, luaKey('end').text, luaKey('a b').text, luaKey('goto').text]).toEqual([
      'key',
      '["end"]',
      '["a b"]',
      '["goto"]',
    ]);
    expect([luaIndex('key').text, luaIndex('and').text, luaIndex('a"]').text]).toEqual([
      '.key',
      '["and"]',
      `['a"]']`,
    ]);
  });

  test('what is no name is refused', () => {
    expect(() => luaName('end')).toThrow(TypeError);
    expect(() => luaName('a b')).toThrow(TypeError);
    expect(() => luaPath('a', 'b c')).toThrow(TypeError);
    expect(luaPath('a', 'end').text).toBe('a.end');
  });
});

describe('comments', () => {
  test('are one line for short text, and wrap at spaces', () => {
    expect(luaComment('Hello\nthere.').text).toBe('-- Hello there.');
    expect(luaComment('one two three', 8).text).toBe('-- one two\n-- three');
    expect(luaDoc('').text).toBe('---');
  });

  test('name what cannot be seen', () => {
    expect(luaComment('a\u202eb\u0000').text).toBe('-- a(U+202E)b(U+0000)');
  });

  test('give no orders to linters, formatters and annotation readers', () => {
    expect(luaDoc('@class Evil').text).toBe('--- \\@class Evil');
    expect(luaDoc('| "x"').text).toBe('--- \\| "x"');
    expect(luaComment('luacheck: ignore').text).toBe('-- luacheck\\: ignore');
    expect(luaComment('stylua: ignore start').text).toBe('-- stylua\\: ignore start');
  });

  test.each(hostileTexts)('%j stays a comment', (text) => {
    for (const comment of [luaComment(text, 20), luaDoc(text, 20)]) {
      const { body } = parse(`${comment.text}\nlocal x = 1`, { luaVersion: '5.3' });
      expect(body.map(({ type }) => type)).toEqual(['LocalStatement']);
      expect(comment.text).not.toMatch(/[\r\u2028\u2029\u0085\0]/);
    }
  });
});

describe('luaValue', () => {
  test.each([
    [{}, '{}'],
    [[1, 2.5, -0, 1e300], '{ 1, 2.5, -0.0, 1e+300 }'],
    [[null, [true]], '{ json.null, { true } }'],
    [{ a: null, end: 'x', __proto__x: false }, '{ ["end"] = "x", __proto__x = false }'],
    [9007199254740993n, '9007199254740993'],
    [2 ** 60, '1152921504606846976'],
    [2n ** 64n, '18446744073709552000'],
    [Infinity, 'math.huge'],
  ])('%o', (value, spelled) => {
    expect(luaValue(value).text).toBe(spelled);
  });

  test('breaks what is too wide, a field a line', () => {
    expect(luaValue({ organization: 'my-org', list: ['one', 'two'] }, { width: 30 }).text).toBe(
      '{\n  organization = "my-org",\n  list = { "one", "two" },\n}',
    );
  });

  test.skipIf(!isInstalled('lua5.4'))('any JSON object is a Lua expression', () => {
    const values = sample(dictionary(string({ unit: 'binary' }), jsonValue()), 300);
    const lines = values.map((value) => `do local _ = ${luaValue(value).text} end`);
    expect(runProgram('lua5.4', ['-'], `json = { null = {} }\n${lines.join('\n')}`)).toBe('');
  });
});

test('luaSource shows a script as it is, but for what cannot be seen', () => {
  expect(luaSource('\nprint("a\u202eb")\r\n\tx()\n\n').text).toBe('print("a\\u{202e}b")\n  x()');
  expect(luaSource('print("<!--")').text).toBe('print("\\u{3c}!--")');
});
