/** Runs the built package: a worker starts from JavaScript. `pnpm --filter @kosmokrator/lua build` first. */
import { expect, test } from 'vitest';
import { createLuaHost } from '../../dist/index.js';
import { answeredScripts, send } from '../../testing/answered-scripts.js';

const { answerWith, errorOf, host, lua } = answeredScripts();

test('an abort ends the script and the call under way', async () => {
  const controller = new AbortController();
  let aborted = false;
  const error = await errorOf(
    'app.integrations.parcel_post.count()',
    { signal: controller.signal },
    ({ signal }) => {
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
  answerWith(() => {
    void short.close();
    return new Promise(() => {});
  });
  const done = await short.run('app.integrations.parcel_post.count()');
  expect(done.error).toMatchObject({ code: 'cancelled' });
});

test('memory for less than an empty state is a limit, too', async () => {
  const tiny = createLuaHost({ host, limits: { memoryBytes: 100 } });
  expect((await tiny.run('')).error).toMatchObject({ code: 'limit_exceeded' });
  await tiny.close();
});

test('scripts run side by side', async () => {
  answerWith(({ args }) => args);
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
  answerWith(() => {
    throw new TypeError('a bug');
  });
  await expect(lua.run('pcall(app.integrations.parcel_post.count)')).rejects.toThrow('a bug');
});
