/** Runs the built package: a worker starts from JavaScript. `pnpm --filter @kosmokrator/lua build` first. */
import { describe, expect, test } from 'vitest';
import { answeredScripts } from '../../testing/answered-scripts.js';

const { errorOf, resultOf, run } = answeredScripts();

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

describe('positions beyond 32 bits', () => {
  const far = '(1 << 32) + 1';
  test.each([
    [`("abc"):sub(${far})`, ''],
    [`("abc"):sub(2, ${far})`, 'bc'],
    [`("abc"):sub(-(${far}), 2)`, 'ab'],
    [`select("#", ("abc"):byte(${far}))`, 0],
    [`("abc"):byte(2, ${far})`, [98, 99]],
    [`("abc"):find("b", ${far})`, null],
    [`("abc"):match("b", ${far})`, null],
    [`("abc"):gmatch("b", ${far})()`, null],
    [`pcall(string.unpack, "b", "abc", ${far}) == false`, true],
    [`("abc"):sub(${far}.0)`, ''],
    [`("abc"):sub(tostring(${far}))`, ''],
  ])('%s', async (expression, expected) => {
    expect(await resultOf(`return ${expression}`)).toEqual(expected);
  });
});

describe('the clock', () => {
  test('has other random numbers in each script', async () => {
    const [first, second] = [
      await resultOf('return math.random(0)'),
      await resultOf('return math.random(0)'),
    ];
    expect(first).not.toBe(second);
  });

  test('counts the seconds that a thread has run', async () => {
    const source = 'local from = os.clock() repeat until os.clock() > from return os.clock() - from > 0';
    expect(await resultOf(source)).toBe(true);
  });

  test('is that of the host', async () => {
    const before = Math.floor(Date.now() / 1000);
    const seconds = await resultOf('return os.time()');
    expect(seconds).toBeGreaterThanOrEqual(before);
    expect(seconds).toBeLessThanOrEqual(Date.now() / 1000);
  });

  test('refuses what the calendar does not hold', async () => {
    const { message } = await errorOf('os.date("!%Y", 1 << 60)');
    expect(message).toContain('date result cannot be represented in this installation');
  });

  test('writes dates in every form of Lua', async () => {
    const letters = 'a A b B c C d D e F g G h H I j m M p r R S T u U V w W x X y Y z Z %'.split(' ');
    const pattern = letters.map((letter) => `%${letter}`).join('|');
    expect(await resultOf(`return os.date("!${pattern}", 1709337845)`)).toBe(
      'Sat|Saturday|Mar|March|Sat Mar  2 00:04:05 2024|20|02|03/02/24| 2|2024-03-02|24|2024|Mar|00|12|062|03|04|AM|' +
        '12:04:05 AM|00:04|05|00:04:05|6|08|09|6|09|03/02/24|00:04:05|24|2024|+0000|UTC|%',
    );
  });

  test('makes a time of what is beyond its range, and says what it made', async () => {
    const source =
      'local t = { year = 2024, month = 14, day = -3, hour = 30 } local at = os.time(t) return { at = os.date("!%F", at), month = t.month, day = t.day, hour = t.hour }';
    expect(await resultOf(source)).toMatchObject({ month: 1, day: 29, hour: 6 });
  });
});
