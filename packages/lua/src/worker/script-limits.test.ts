/** Runs the built package: a worker starts from JavaScript. `pnpm --filter @kosmokrator/lua build` first. */
import { describe, expect, test } from 'vitest';
import { createLuaHost } from '../../dist/index.js';
import { answeredScripts, send } from '../../testing/answered-scripts.js';

const { answerWith, errorOf, host, run } = answeredScripts();

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
    ['in one piece, in pcall', 'return pcall(string.rep, "x", 1e9)'],
    [
      'in a buffer, in pcall',
      'local t = {} return pcall(function() for i = 1, 1e9 do t[i] = ("x"):rep(1000) .. i end end)',
    ],
    [
      'in table.concat, in pcall',
      'local t = {} for i = 1, 1000 do t[i] = ("x"):rep(30000) end return pcall(table.concat, t, ("y"):rep(40000))',
    ],
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

  test('collect garbage before they are reached by a text in a buffer', async () => {
    // About 60 MB are alive in the end, and as much again has been dropped on the way.
    const source = `local thousand, live = ("x"):rep(1000), {}
      for i = 1, 600 do live[i] = thousand:rep(100) .. i end return #live`;
    expect(await run(source, { timeoutMs: 20_000 })).toMatchObject({ result: 600 });
  });

  test('end a script after too many calls, though it catches errors', async () => {
    const few = createLuaHost({ host, limits: { calls: 3 } });
    answerWith(() => 1);
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
