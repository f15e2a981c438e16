/** Runs the built package, as `lua-host.test.ts` does. */
import { afterAll, describe, expect, test } from 'vitest';
import { createLuaHost } from '../../dist/index.js';
import { openAnsweredHost } from '../../testing/answered-host.js';

const { host, remove } = openAnsweredHost();
const lua = createLuaHost({ host });

afterAll(async () => {
  await lua.close();
  remove();
});

async function resultOf(source: string, args: unknown = {}): Promise<unknown> {
  const run = await lua.run(source, { args });
  expect(run.error).toBeNull();
  return run.result;
}

async function messageOf(source: string): Promise<string> {
  const run = await lua.run(`${source}`);
  expect(run.error).toMatchObject({ code: 'script_error', line: 1 });
  return run.error!.message;
}

test('a match is plain data: text, byte positions, captures, named captures', async () => {
  expect(
    await resultOf(`return regex.match("on 2024-05-17.", [[(?P<year>\\d{4})-(\\d\\d)(-\\d\\d)?(Z)?]])`),
  ).toEqual({
    text: '2024-05-17',
    first: 4,
    last: 13,
    captures: ['2024', '05', '-17', false],
    named: { year: '2024' },
  });
  expect(await resultOf('return regex.match("abc", "b")')).toEqual({
    text: 'b',
    first: 2,
    last: 2,
    captures: [],
    named: {},
  });
  expect(await resultOf('return regex.match("abc", "x")')).toBeNull();
});

test('captures have short forms', async () => {
  const source = `local m = regex.match("key=value", "(?<k>\\\\w+)=(\\\\w+)")
    return { m[0], m[1], m[2], m.k, m[3] == nil, m.other == nil }`;
  expect(await resultOf(source)).toEqual(['key=value', 'key', 'value', 'key', true, true]);
});

test.each([
  ['regex.match("aXbX", "X", 3).first', 4],
  ['regex.match("aXbX", "X", -1).first', 4],
  ['regex.match("aXbX", "^b", 3)', null],
  ['regex.match("abc", "", 99).first', 4],
  ['regex.match("a\\0b", "\\\\x00(.)")[1]', 'b'],
  ['#regex.match_all("a,b,,c", "[^,]*")', 4],
  ['regex.match_all("a1b22", "\\\\d+")[2].first', 4],
  ['regex.match_all("none", "\\\\d")', []],
  ['(regex.gsub("hello", "l", "L"))', 'heLLo'],
  ['(regex.gsub("hello", "l", "L", 1))', 'heLlo'],
  ['{ regex.gsub("hello", "l", "L", 0) }', ['hello', 0]],
  ['{ regex.gsub("abc", "x*", "-") }', ['-a-b-c-', 4]],
  ['(regex.gsub("a=1, b=2", "(?P<k>\\\\w)=(\\\\d)", "${k}:$2 $0 $$1"))', 'a:1 a=1 $1, b:2 b=2 $1'],
  ['(regex.gsub("ab", "(a)(x)?", "[$1$2]"))', '[a]b'],
  ['(regex.gsub("$5 and 10%", "\\\\d+", "%1 $"))', '$%1 $ and %1 $%'],
  ['(regex.gsub("a b", "\\\\w", function(m) return m.text:upper() .. m.first end))', 'A1 B3'],
  ['(regex.gsub("a b c", "\\\\w", { a = "1", c = false }))', '1 b c'],
  ['(regex.gsub("x=1", "(\\\\w)=", { x = "y=" }))', 'y=1'],
  ['(regex.gsub("(?i)", "A", "b"))', '(?i)'],
  ['(regex.gsub("AaA", "(?i)a", "b"))', 'bbb'],
])('%s', async (expression, expected) => {
  expect(await resultOf(`return ${expression}`)).toEqual(expected);
});

describe('text is UTF-8, positions are bytes', () => {
  test.each([
    ['one character is one match of a dot', 'regex.match("é😀x", "^(.)(.)x").captures', ['é', '😀']],
    ['positions are those of string.sub', 'regex.match("é😀x", "x").first', 7],
    ['classes know letters', '#regex.match_all("naïve Ünïcode", "\\\\pL+")', 2],
    ['a search may begin in the middle of a character', 'regex.match("éx", ".", 2).text', 'x'],
  ])('%s', async (_, expression, expected) => {
    expect(await resultOf(`return ${expression}`)).toEqual(expected);
  });

  test('a byte that is no UTF-8 is one character, and is kept', async () => {
    const source = `local text = "a\\xff\\xc3b\\xed\\xa0\\x80"
      local m = regex.match(text, "a(..)b")
      return { m[1] == "\\xff\\xc3", m.last, #regex.match_all(text, "[^ab]"), (regex.gsub(text, "b", "B")) == "a\\xff\\xc3B\\xed\\xa0\\x80" }`;
    expect(await resultOf(source)).toEqual([true, 4, 5, true]);
  });
});

test.each([
  ['regex.match("a", "(")', 'regex.match: the pattern "(" cannot be used: missing closing )'],
  ['regex.match("a", "(?=a)")', 'cannot be used: invalid or unsupported Perl syntax'],
  ['regex.match("a", "(a)\\\\1")', 'cannot be used: invalid escape sequence'],
  ['regex.match("a", ("("):rep(1500) .. (")"):rep(1500))', 'nests too deeply'],
  ['regex.match("a", ("x"):rep(5000))', 'the pattern is longer than 4096 characters'],
  ['regex.match(("x"):rep(1024 * 1024 + 1), "x")', 'at most 1048576 can be searched at once'],
  ['regex.match("a", ("()"):rep(201))', 'the pattern has 201 groups; at most 200 are allowed'],
  ['regex.match("a", ("a{1000}"):rep(50))', 'has more than 10000 steps'],
  ['regex.match("a", "a", 0/0)', 'regex.match: the init must be a whole number'],
  ['regex.match("a", "a", 1.5)', 'regex.match: the init must be a whole number, got 1.5'],
  ['regex.gsub("a", "a", "", 1/0)', 'regex.gsub: the limit must be a whole number, got inf'],
  ['regex.match(nil, "x")', 'regex.match: the text must be a string, got nil'],
  ['regex.gsub("a", 5, "x")', 'regex.gsub: the pattern must be a string, got number'],
  ['regex.gsub("a", "a", 5)', 'the replacement must be a string, a table or a function'],
  ['regex.gsub("a", "a", "$2")', 'the pattern has no group 2'],
  ['regex.gsub("a", "a", function() return {} end)', 'a replacement must be a string, got table'],
])('%s is refused', async (call, message) => {
  expect(await messageOf(call)).toContain(message);
});

const ambiguous = ['(a+)+$', '(a|aa)+$', '(a*)*b', '(.*)(.*)(.*)(.*)x$', '(a?){50}a{50}$'];

test.each(ambiguous)('%s does not run away over 100 kB', async (pattern) => {
  const source = `local text = ("a"):rep(100000)
    return regex.match(text .. "!", args.pattern) == nil`;
  const run = await lua.run(source, { args: { pattern } });
  console.log(`${pattern} over 100 kB: ${run.usage.ms} ms`);
  expect(run).toMatchObject({ ok: true, result: true });
});

test('many matches come in order, from a text whose characters have several bytes', async () => {
  const source = `local text = ("é,"):rep(20000)
    local found = regex.match_all(text, "(é)(,)(x?)")
    for index, m in ipairs(found) do
      if m.first ~= 3 * index - 2 or m.last ~= 3 * index or m[1] ~= "é" or m[3] ~= "" then return index end
    end
    return { #found, select(2, regex.gsub(text, ",", "")), select(2, regex.gsub(text, "é", "e", 7000)) }`;
  expect(await resultOf(source)).toEqual([20_000, 20_000, 7000]);
});

test('a replacement may search, too', async () => {
  const source = `return (regex.gsub(("ab,"):rep(3000), "(a)(b)", function(m)
    return (m.first % 500 > 0 or #regex.match_all(("xy"):rep(3000), "(x)(y)") == 3000) and m[2] .. m[1]
  end)) == ("ba,"):rep(3000)`;
  expect(await resultOf(source)).toBe(true);
});

test('regular expressions are no calls', async () => {
  const run = await lua.run('for index = 1, 600 do regex.match("a", "a") end return true');
  expect(run).toMatchObject({ ok: true, calls: [] });
});
