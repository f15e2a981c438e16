/** Runs the built package: a worker starts from JavaScript. `pnpm --filter @kosmokrator/lua build` first. */
import { KosmoError } from '@kosmokrator/runtime';
import { describe, expect, test } from 'vitest';
import { answeredScripts, send } from '../../testing/answered-scripts.js';

const { errorOf, host, resultOf } = answeredScripts();

describe('errors', () => {
  const refuse = () => {
    throw new KosmoError({ code: 'not_found', message: 'no such\nparcel', status: 404, outcome: 'refused' });
  };

  test('of a call are tables with one readable line', async () => {
    const source = `local ok, err = pcall(app.integrations.parcel_post.get_parcel, { id = "x" })
      return ok, err.code, err.status, tostring(err), "got " .. err`;
    const line = 'not_found: no such parcel (HTTP 404)';
    expect(await resultOf(source, {}, refuse)).toEqual([false, 'not_found', 404, line, `got ${line}`]);
  });

  test('of a call, uncaught, keep their fields and tell the line', async () => {
    const error = await errorOf('\n\napp.integrations.parcel_post.get_parcel({ id = "x" })', {}, refuse);
    expect(error).toMatchObject({ code: 'not_found', status: 404, outcome: 'refused', line: 3 });
  });

  test.each([
    ['local x\nreturn x.y', "attempt to index a nil value (local 'x')", 2],
    ['x = = 1', "unexpected symbol near '='", 1],
    ['\nerror("boom")', 'boom', 2],
    ['\nerror({ code = "mine", message = "yes" })', 'yes', 2],
    ['error()', 'the script called error() without a message', 1],
    ['\nerror({ code = "x" })', '{\n  code = "x"\n}', 2],
    ['error({ 1, 2 })', '{\n  1,\n  2\n}', 1],
    ['error(true)', 'true', 1],
    ['error(setmetatable({}, { __tostring = function() error("no") end }))', 'cannot be shown', 1],
    ['local t = {} t.t = t error(t)', '<circular>', 1],
    ['\nrequire("x")', "(global 'require'): require is not available in the sandbox", 2],
    ['\nio.open("x")', "(global 'io'): io is not available in the sandbox; use print", 2],
    ['os.execute("ls")', "(field 'execute'): os.execute is not available in the sandbox", 1],
    ['local t = {} t.execute()', /\(field 'execute'\)$/, 1],
    ['prnit(1)', 'attempt to call a nil value (global \'prnit\'); did you mean "print"?', 1],
    ['function get_all() end\nget_al()', '; did you mean "get_all"?', 2],
    ['foo()', /\(global 'foo'\)$/, 1],
    ['error(("x"):rep(5) .. "prnit")', 'xxxxxprnit', 1],
    ['local function f() f() end f()', 'stack overflow', 1],
    ['coroutine.wrap(function()\nerror("in")\nend)()', 'in', 2],
  ])('of the script: %s', async (source, message, line) => {
    const error = await errorOf(source);
    expect(error.message).toMatch(message);
    expect(error.line).toBe(line);
  });

  test.each([
    ['setmetatable(1, {})', "bad argument #1 to 'setmetatable' (table expected, got number)"],
    ['load()', "bad argument #1 to 'load' (function expected, got nil)"],
    ['rawset(1, 2, 3)', "bad argument #1 to 'rawset' (table expected, got number)"],
    ['setmetatable("", {})', "bad argument #1 to 'setmetatable' (table expected, got string)"],
    ['setmetatable(setmetatable({}, { __metatable = 1 }), {})', 'cannot change a protected metatable'],
    ['string.rep()', "bad argument #1 to 'rep' (string expected, got no value)"],
  ])("of Lua's own functions name the line and the function: %s", async (source, message) => {
    expect(await errorOf(`\n${source}`)).toEqual({ code: 'script_error', message, line: 2 });
    const caught = await resultOf(`\nreturn select(2, pcall(function() ${source} end))`);
    expect(caught).toBe(`test.lua:2: ${message}`);
  });

  test.each([
    ['pcall(string.rep)', "bad argument #1 to 'string.rep' (string expected, got no value)"],
    ['pcall(setmetatable, 1)', "bad argument #1 to 'setmetatable' (table expected, got number)"],
    ['pcall(ipairs)', "bad argument #1 to 'ipairs' (value expected)"],
    [
      'pcall(table.sort, { 1, 2, 3 }, table.sort)',
      "bad argument #1 to 'table.sort' (table expected, got number)",
    ],
  ])('of a function that was called without a name have the one that all know: %s', async (call, message) => {
    expect(await resultOf(`return select(2, ${call})`)).toBe(message);
  });

  test.each([
    ['[é]', 'found "é"'],
    ['[\\xff]', 'found the byte 0xFF'],
    ['[\\xc3', 'found the byte 0xC3'],
    ['[\\xed\\xa0\\x80]', 'found the byte 0xED'],
    ['[?]', 'found "?"'],
    ['[', 'found the end'],
  ])('of json.decode are UTF-8 whatever the text is: %s', async (text, message) => {
    expect(await resultOf(`return select(2, pcall(json.decode, "${text}"))`)).toMatch(
      new RegExp(`${message.replace('?', '\\?')}$`),
    );
  });

  test('of json come beyond 64 levels, as the guide says', async () => {
    const decode = (levels: number) =>
      resultOf(`return (pcall(json.decode, ("["):rep(${levels}) .. ("]"):rep(${levels})))`);
    const encode = (levels: number) =>
      resultOf(`local t = {} for _ = 2, ${levels} do t = { t } end return (pcall(json.encode, t))`);
    expect([await decode(64), await decode(65), await encode(64), await encode(65)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  test('no script reaches the table of those names', async () => {
    expect(await resultOf('return { package, _LOADED, require }')).toEqual({});
  });

  test('are cut when they are too long, and what does not fit is named', async () => {
    const mark = '[error text cut: it is longer than 8192 bytes]';
    const text = await errorOf('error(("é"):rep(1e6), 0)');
    expect(text.message).toBe(`${'é'.repeat(4096)} ${mark}`);
    const table = await errorOf('error({ code = "mine", message = ("é"):rep(20000), n = { 1 }, f = print })');
    const left = '[other fields left out: error.f is a function, which is not data]';
    expect(table).toEqual({ code: 'mine', message: `${'é'.repeat(4096)} ${mark} ${left}`, line: 1 });
    const bytes = await errorOf('error({ code = "mine", message = "yes", ["\\xff"] = 1 })');
    expect(bytes).toMatchObject({
      code: 'mine',
      message: expect.stringMatching(/^yes \[other fields.*UTF-8\]$/),
    });
    const whole = await errorOf('error({ code = "mine", message = ("x"):rep(8192), n = { 1 } })');
    expect(whole).toEqual({ code: 'mine', message: 'x'.repeat(8192), n: [1], line: 1 });
  });

  test('that are cut show no half of a secret', async () => {
    host.redactor.add('canary-3f9a7c21d0');
    const error = await errorOf('error(("x"):rep(8192 - 9) .. "canary-3f9a7c21d0" .. ("x"):rep(1e5), 0)');
    expect(error.message).toMatch(/x\[redacted\] \[error text cut/);
  });

  test('tell the line in a script of a long name', async () => {
    const name = `${'long-'.repeat(20)}ü.lua`;
    expect(await errorOf('\nerror("boom")', { name })).toEqual({
      code: 'script_error',
      message: 'boom',
      line: 2,
    });
  });

  test('name an integration that is not installed, and the nearest', async () => {
    const error = await errorOf('return app.integrations.parcel_pots');
    expect(error).toMatchObject({
      code: 'unknown_function',
      message: expect.stringContaining('"parcel_post"'),
    });
  });

  test.each([
    [`${send}("text")`, 'must be one table'],
    [`${send}({ content = { 1, nil, 3 } })`, 'args.content is a list with gaps'],
    [`${send}({ content = { filter = { 1, 2, print } } })`, 'args.content.filter[3] is a function'],
    [
      `local t = {} t.t = t ${send}({ content = { t } })`,
      'args.content[1].t is a table that contains itself',
    ],
    [`${send}({ content = { 1, a = 2 } })`, 'args.content mixes list items and named fields'],
    [`${send}({ content = print })`, 'args.content is a function'],
    [`${send}({ content = "\\xff" })`, 'args.content is a string that is not UTF-8'],
  ])('of arguments that are no data: %s', async (source, message) => {
    const error = await errorOf(source);
    expect(error).toMatchObject({
      code: 'invalid_argument',
      message: expect.stringContaining(message),
      integration: 'parcel-post',
      function: 'send_parcel',
      account: 'default',
      line: 1,
    });
  });
});
