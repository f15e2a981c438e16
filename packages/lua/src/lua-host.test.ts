/** Runs the built package: a worker starts from JavaScript. `pnpm --filter @kosmokrator/lua build` first. */
import { KosmoError } from '@kosmokrator/runtime';
import { createHost, loadCatalog, type Host } from '@kosmokrator/runtime/host';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLuaHost, type LuaHost, type RunOptions } from '../dist/index.js';
import { installParcel } from '../fixtures/install-parcel.js';

interface Call {
  readonly name: string;
  readonly args: unknown;
  readonly account: string | undefined;
}

const installed = installParcel();
const catalog = loadCatalog({ folders: [installed.folder] });
let reply: (call: Call, signal: AbortSignal | undefined) => unknown;
const host: Host = {
  ...createHost({ catalog, env: {} }),
  call: async (name, args, options = {}) => reply({ name, args, account: options.account }, options.signal),
};
let lua: LuaHost;

beforeAll(() => {
  lua = createLuaHost({ host });
});

afterAll(async () => {
  await lua.close();
  installed.remove();
});

/** Runs a script whose calls are answered by `answer`, which by default gives the arguments back. */
function run(source: string, options?: RunOptions, answer: typeof reply = ({ args }) => args) {
  reply = answer;
  return lua.run(source, { name: 'test.lua', ...options });
}

async function resultOf(source: string, options?: RunOptions, answer?: typeof reply): Promise<unknown> {
  const done = await run(source, options, answer);
  expect(done.error).toBeNull();
  return done.result;
}

async function errorOf(source: string, options?: RunOptions, answer?: typeof reply) {
  const done = await run(source, options, answer);
  expect(done.ok).toBe(false);
  return done.error!;
}

const send = 'app.integrations.parcel_post.send_parcel';

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

  test.each([
    ['return { 1, nil, 3 }', "the script's result is a list with holes; json.null can stand in one"],
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

describe('calls', () => {
  test('pass arguments and results through', async () => {
    const seen: Call[] = [];
    const source = `local parcel = app.integrations.parcel_post.get_parcel({ id = "7" })
      return parcel.id, parcel.weight == nil, #parcel.tags, parcel.tags[2] == json.null`;
    const result = await resultOf(source, {}, (call) => {
      seen.push(call);
      return { id: '7', weight: null, tags: ['a', null, 'c'] };
    });
    expect(seen).toEqual([{ name: 'parcel_post_get_parcel', args: { id: '7' }, account: undefined }]);
    expect(result).toEqual(['7', true, 3, true]);
  });

  test('without arguments pass an empty object', async () => {
    expect(await resultOf(`return app.integrations.parcel_post.count()`, {}, ({ args }) => args)).toEqual({});
  });

  test('let the schema decide what an empty table is', async () => {
    const result = await resultOf(`return ${send}({ tags = {}, labels = {}, content = {} })`);
    expect(result).toEqual({ tags: [], labels: {}, content: {} });
  });

  test('turn number keys into text where the schema wants an object', async () => {
    expect(await resultOf(`return ${send}({ labels = { "x" } })`)).toEqual({ labels: { 1: 'x' } });
  });

  test('keep integers, bytes and odd keys', async () => {
    const content = {
      big: 9007199254740993n,
      text: '\uFEFFé\0😀',
      ['__proto__']: 1,
      float: 0.1,
      negative: -0,
    };
    const result = await resultOf(`return ${send}({ content = args })`, { args: content });
    expect(result).toEqual({ content });
    expect(({} as Record<string, unknown>)['big']).toBeUndefined();
  });

  test('work in comparators, metamethods, coroutines and pcall', async () => {
    const source = `
      local count = app.integrations.parcel_post.count
      local list = { 3, 1, 2 }
      table.sort(list, function(a, b) count() return a < b end)
      local meta = setmetatable({}, { __index = function() return count() end })
      local thread = coroutine.wrap(function() coroutine.yield(count()) end)
      local ok, value = pcall(count)
      return list, meta.x, thread(), ok, value, (("ab"):gsub(".", function() return tostring(count()) end))`;
    expect(await resultOf(source, {}, () => 3)).toEqual([[1, 2, 3], 3, 3, true, 3, '33']);
  });

  test('are listed with function, account, time and outcome', async () => {
    const done = await run(`app.integrations.parcel_post.count() pcall(${send}, {})`, {}, ({ name }) => {
      if (name === 'parcel_post_send_parcel') throw new KosmoError({ code: 'conflict', message: 'taken' });
      return 1;
    });
    expect(done.calls).toEqual([
      { function: 'parcel_post_count', account: 'default', ms: expect.any(Number), ok: true },
      {
        function: 'parcel_post_send_parcel',
        account: 'default',
        ms: expect.any(Number),
        ok: false,
        code: 'conflict',
      },
    ]);
    expect(done.usage).toEqual({
      ms: expect.any(Number),
      memory: expect.any(Number),
      calls: 2,
      outputBytes: 0,
    });
    expect(done.usage.memory).toBeGreaterThan(10_000);
  });
});

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
    ['error()', 'nil', 1],
    ['local function f() f() end f()', 'stack overflow', 1],
    ['coroutine.wrap(function()\nerror("in")\nend)()', 'in', 2],
  ])('of the script: %s', async (source, message, line) => {
    const error = await errorOf(source);
    expect(error).toMatchObject({ message: expect.stringContaining(message), line });
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
    [`${send}({ content = { 1, nil, 3 } })`, 'args.content is a list with holes'],
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

describe('the sandbox', () => {
  test.each([
    'io',
    'debug',
    'package',
    'require',
    'dofile',
    'loadfile',
    'collectgarbage',
    'string.dump',
    'os.execute',
    'os.getenv',
  ])('has no %s', async (name) => {
    expect(await resultOf(`return ${name} == nil`)).toBe(true);
  });

  test.each([
    ['a binary chunk', 'return (load("\\27Lua"))', null],
    ['a binary chunk by request', 'return (load("return 1", "x", "b"))', null],
    ['the metatable of strings', 'return getmetatable("")', false],
    ['finalizers', 'return (pcall(setmetatable, {}, { __gc = print }))', false],
  ])('refuses %s', async (_what, source, expected) => {
    expect(await resultOf(source)).toBe(expected);
  });

  test('still loads text, with its own environment when one is given', async () => {
    expect(await resultOf('return load("return x", "chunk", "t", { x = 5 })()')).toBe(5);
  });

  test('refuses bytecode as the script itself', async () => {
    expect(await errorOf('\u001bLua')).toMatchObject({ code: 'script_error' });
  });

  test('gives each script a fresh state', async () => {
    await run('leaked = 1 string.format = nil');
    expect(await resultOf('return leaked == nil and string.format ~= nil')).toBe(true);
  });

  test('keeps a binding working whatever the script has done to the globals', async () => {
    expect(
      await resultOf(
        'ipairs, setmetatable = nil, nil return app.integrations.parcel_post.count()',
        {},
        () => 3,
      ),
    ).toBe(3);
  });
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

describe('limits', () => {
  const limited = { code: 'limit_exceeded' };

  test.each([
    ['a loop', 'while true do end'],
    ['a loop in pcall', 'while true do pcall(function() while true do end end) end'],
    ['a pattern', '(("a"):rep(200000)):find((".-"):rep(60) .. "b")'],
  ])('end %s at the timeout, and keep what was printed', async (_what, source) => {
    const done = await run(`print("before"); ${source}`, { timeoutMs: 500 });
    expect(done.error).toMatchObject({ ...limited, message: expect.stringContaining('limit: timeout') });
    expect(done.output).toBe('before\n');
  });

  test.each([
    ['in one piece', 'local s = ("x"):rep(1 << 26) return #s'],
    [
      'bit by bit, in pcall',
      'local t = {} while true do pcall(function() for i = 1, 1e6 do t[#t + 1] = {} end end) end',
    ],
  ])('end a script that takes too much memory %s', async (_what, source) => {
    expect(await errorOf(source)).toMatchObject({
      ...limited,
      message: expect.stringContaining('limit: memory'),
    });
  });

  test('end a script after too many calls, though it catches errors', async () => {
    const few = createLuaHost({ host, limits: { calls: 3 } });
    reply = () => 1;
    const done = await few.run('while true do pcall(app.integrations.parcel_post.count) end');
    await few.close();
    expect(done.error).toMatchObject({ ...limited, message: expect.stringContaining('limit: calls') });
    expect(done.calls).toHaveLength(3);
  });

  test.each([
    ['arguments', `${send}({ content = ("x"):rep(1100000) })`],
    ['result', 'return ("x"):rep(5000000)'],
    ['depth', `local t = {} for i = 1, 40 do t = { t } end ${send}({ content = t })`],
    ['source', `--${'x'.repeat(300_000)}`],
  ])('hold for %s', async (limit, source) => {
    expect(await errorOf(`pcall(function() ${source} end) ${source}`)).toMatchObject({
      ...limited,
      message: expect.stringContaining(`limit: ${limit}`),
    });
  });

  test('cut output with a mark', async () => {
    const done = await run('for i = 1, 400 do print(("é"):rep(500)) end return "done"');
    expect(done.result).toBe('done');
    expect(Buffer.byteLength(done.output)).toBeLessThan(263_000);
    expect(done.output).toMatch(/é\n\[output cut: the limit is reached\]\n$/);
  });
});

test('an abort ends the script and the call under way', async () => {
  const controller = new AbortController();
  let aborted = false;
  const error = await errorOf(
    'app.integrations.parcel_post.count()',
    { signal: controller.signal },
    (_call, signal) => {
      signal!.addEventListener('abort', () => (aborted = true));
      controller.abort();
      return new Promise(() => {});
    },
  );
  expect(error.code).toBe('cancelled');
  expect(aborted).toBe(true);
});

test('closing the host ends its scripts', async () => {
  const short = createLuaHost({ host });
  reply = () => {
    void short.close();
    return new Promise(() => {});
  };
  const done = await short.run('app.integrations.parcel_post.count()');
  expect(done.error).toMatchObject({ code: 'cancelled' });
});

test('memory for less than an empty state is a limit, too', async () => {
  const tiny = createLuaHost({ host, limits: { memoryBytes: 100 } });
  expect((await tiny.run('')).error).toMatchObject({ code: 'limit_exceeded' });
  await tiny.close();
});

test('scripts run side by side', async () => {
  reply = async ({ args }) => args;
  const runs = Array.from({ length: 3 }, (_, id) =>
    lua.run(`return ${send}({ content = args.id })`, { args: { id } }),
  );
  expect((await Promise.all(runs)).map((done) => done.result)).toEqual([
    { content: 0 },
    { content: 1 },
    { content: 2 },
  ]);
});

test('a fault of the host is not taken for an error of the script', async () => {
  reply = () => {
    throw new TypeError('a bug');
  };
  await expect(lua.run('pcall(app.integrations.parcel_post.count)')).rejects.toThrow('a bug');
});
