/** Runs the built package: a worker starts from JavaScript. `pnpm --filter @kosmokrator/lua build` first. */
import { describe, expect, test } from 'vitest';
import { answeredScripts } from '../../testing/answered-scripts.js';

const { errorOf, resultOf, run } = answeredScripts();

describe('what a script returns', () => {
  test.each([
    ['', null],
    ['return nil', null],
    ['return 7', 7],
    ['return "a\\0b"', 'a\0b'],
    ['return { "\\xff\\0" }', [Uint8Array.of(255, 0)]],
    ['return 1, 2', [1, 2]],
    ['return { 1, "two", false }', [1, 'two', false]],
    ['return { a = { b = 1.5 } }', { a: { b: 1.5 } }],
    ['return {}', {}],
    ['return { 1, json.null, 3 }', [1, null, 3]],
    ['return math.maxinteger', 9223372036854775807n],
    ['return 2^53 | 0', 2n ** 53n],
    ['return args', { list: [], object: {}, nested: [[], null] }],
  ])('%s', async (source, expected) => {
    expect(await resultOf(source, { args: { list: [], object: {}, nested: [[], null] } })).toEqual(expected);
  });

  test('are limited together', async () => {
    const source = 'local s = ("x"):rep(3e6) return s, s';
    expect(await errorOf(source)).toMatchObject({ code: 'limit_exceeded', limit: 'resultBytes' });
  });

  test.each([
    ['return { 1, nil, 3 }', "the script's result is a list with gaps; put json.null in each gap"],
    ['local t = {} t.t = t return t', "the script's result.t is a table that contains itself"],
    ['return print', "the script's result is a function, which is not data"],
    ['return { 1, a = 2 }', "the script's result mixes list items and named fields"],
    ['return { [1.5] = 1 }', "the script's result has a key that is neither a string nor a list position"],
    ['return 0/0', "the script's result is NaN, which JSON does not have"],
  ])('%s is refused', async (source, message) => {
    expect(await errorOf(source)).toEqual({ code: 'script_error', message });
  });
});

test('fields come in the order of their names', async () => {
  const result = await resultOf('return { b = 1, a = 2, d = 3, c = { z = 1, y = 2 } }');
  expect(JSON.stringify(result)).toBe('{"a":2,"b":1,"c":{"y":2,"z":1},"d":3}');
});

describe('print, dump and json', () => {
  test('print writes values apart by tabs, tables spelled out', async () => {
    const done = await run('print("a", 1, nil, { 1, x = "y" }, json.null) dump({})');
    expect(done.output).toBe('a\t1\tnil\t{\n  1,\n  x = "y"\n}\tnull\n{}\n');
  });

  test('json round trips', async () => {
    const text = '{"a":[1,null,2.5,[],{}],"b":"\\u00e9\\ud83d\\ude00\\n","c":9007199254740993,"d":-0.1}';
    const source = 'return json.encode(json.decode(args.text))';
    expect(await resultOf(source, { args: { text } })).toBe(
      '{"a":[1,null,2.5,[],{}],"b":"é😀\\n","c":9007199254740993,"d":-0.1}',
    );
  });

  test.each(['{"a":1,}', '[1 2]', '01', '"open', 'nul', '', '1 2', '"\\x"', '"\\u12"'])(
    'json.decode refuses %s',
    async (text) => {
      expect(await errorOf('json.decode(args.text)', { args: { text } })).toMatchObject({
        message: expect.stringMatching(/^json\.decode: expected .* at byte \d+/),
      });
    },
  );
});
