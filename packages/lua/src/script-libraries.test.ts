/** Runs the built package: a worker starts from JavaScript. `pnpm --filter @kosmokrator/lua build` first. */
import { describe, expect, test } from 'vitest';
import { answeredScripts } from '../fixtures/answered-scripts.js';

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
