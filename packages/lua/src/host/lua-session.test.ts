/** Runs the built package: a worker starts from JavaScript. `pnpm --filter @kosmokrator/lua build` first. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LuaSession } from '../../dist/index.js';
import { answeredScripts } from '../../testing/answered-scripts.js';

const { answerWith, lua } = answeredScripts();
let session: LuaSession;
beforeEach(() => void (session = lua.openSession()));
afterEach(() => session.close());

const run = async (source: string, options = {}) => {
  const { ok, result, error, lostState } = await session.run(source, options);
  expect(error?.message ?? '').not.toContain('sandbox');
  return { ok, result, lostState };
};

test('a script finds the globals that the last one left, and other scripts do not', async () => {
  await run('count = 1 function more() count = count + 1 return count end');
  expect(await run('return more()')).toEqual({ ok: true, result: 2, lostState: false });
  expect(await run('return more()')).toMatchObject({ result: 3 });
  expect((await lua.run('return count')).result).toBe(null);
  const other = lua.openSession();
  expect((await other.run('return count')).result).toBe(null);
  await other.close();
});

test('a script that fails leaves the state as it is', async () => {
  await run('x = 1');
  for (const source of ['error("boom")', 'return nothing.at.all', 'x = = 1', 'return function() end'])
    expect(await run(source)).toMatchObject({ ok: false, lostState: false });
  expect(await run('return x')).toMatchObject({ result: 1 });
});

test('a script that has to be stopped takes the state with it, and the next begins anew', async () => {
  await run('x = 1');
  expect(await run('while true do end', { timeoutMs: 100 })).toMatchObject({ ok: false, lostState: true });
  expect(await run('return x == nil')).toEqual({ ok: true, result: true, lostState: false });
  await run('x = 2');
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 50);
  const stopped = await session.run('while true do end', { signal: controller.signal });
  expect(stopped).toMatchObject({ error: { code: 'cancelled' }, lostState: true });
  expect(await run('return x == nil')).toMatchObject({ result: true });
});

test('each script has its own output and calls, and its integrations stay open', async () => {
  answerWith(() => ({ parcels: 7 }));
  const first = await session.run('post = app.integrations.parcel_post print(1) return post.count().parcels');
  expect(first).toMatchObject({ result: 7, output: '1\n', calls: [{ function: 'parcel_post_count' }] });
  const second = await session.run('print(2) return post.count().parcels');
  expect(second).toMatchObject({ result: 7, output: '2\n', calls: [{ ok: true }] });
  expect(second.calls).toHaveLength(1);
});

test('a session that rests is not disturbed, and memory is that of all scripts together', async () => {
  await run('t = {} for i = 1, 1e5 do t[i] = "item " .. i end');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await run('return #t')).toMatchObject({ result: 100_000 });
  const big = 'big = big or {} big[#big + 1] = ("x"):rep(2^23) .. #big';
  let last = await run(big);
  for (let index = 0; index < 10 && last.ok; index += 1) last = await run(big);
  expect(last).toMatchObject({ ok: false, lostState: true });
});
