/** Runs the built package, as `lua-host.test.ts` does. */
import { availableParallelism } from 'node:os';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { accountFromEnv, createHost, createPolicy, loadCatalog } from '@kosmokrator/host';
import { createLuaHost, type LuaHostOptions } from '../../../dist/index.js';
import { openAnsweredHost, type AnswerCall } from '../../../testing/answered-host.js';
import { installParcel } from '@kosmokrator/testing/parcel/install-parcel';
import { startParcelServer } from '@kosmokrator/testing/parcel/parcel-server';

let answer: AnswerCall = () => 1;
const { host, remove } = openAnsweredHost((call) => answer(call));
const call = 'return app.integrations.parcel_post.count()';
const patient = { timeout: 20_000 };
const forever = 'while true do end';

afterAll(remove);

async function withHost<T>(
  options: LuaHostOptions,
  use: (lua: ReturnType<typeof createLuaHost>) => Promise<T>,
): Promise<T> {
  const lua = createLuaHost({ host, ...options });
  try {
    return await use(lua);
  } finally {
    await lua.close();
  }
}

/** Answers when `count` calls wait, and then the next `count`: scripts get there only when they run at the same time. */
function answerTogether(count: number): AnswerCall {
  const waiting: (() => void)[] = [];
  return () =>
    new Promise<number>((resolve) => {
      waiting.push(() => resolve(count));
      if (waiting.length === count) for (const go of waiting.splice(0)) go();
    });
}

describe('scripts at the same time', () => {
  test('run on threads of their own', async () => {
    answer = answerTogether(3);
    const runs = await withHost({}, (lua) => Promise.all([lua.run(call), lua.run(call), lua.run(call)]));
    expect(runs.map(({ result }) => result)).toEqual([3, 3, 3]);
  });

  test('compute in parallel', async ({ skip }) => {
    if (availableParallelism() < 2) skip('this machine has one processor');
    // Each waits for the other to have started: a script that ran alone would not end.
    const started = new Set<unknown>();
    answer = ({ args }) => {
      started.add((args as { content: unknown }).content);
      return started.size;
    };
    const source = `local seen repeat for i = 1, 1000 do end
      seen = app.integrations.parcel_post.send_parcel({ content = args.id }) until seen == 2 return seen`;
    const limits = { calls: 1e6 };
    const runs = await withHost({ limits }, (lua) =>
      Promise.all([lua.run(source, { args: { id: 1 } }), lua.run(source, { args: { id: 2 } })]),
    );
    expect(runs.map(({ result }) => result)).toEqual([2, 2]);
  });

  test('wait in line beyond the limit of workers', async () => {
    const together = answerTogether(2);
    let open = 0;
    let most = 0;
    answer = async (asked) => {
      most = Math.max(most, (open += 1));
      await together(asked);
      open -= 1;
      return 1;
    };
    const runs = await withHost({ workers: 2 }, (lua) =>
      Promise.all(Array.from({ length: 6 }, () => lua.run(call))),
    );
    expect(runs.map(({ ok }) => ok)).toEqual(Array.from({ length: 6 }, () => true));
    expect(most).toBe(2);
  });

  test('can be cancelled in line, and the time in line is not theirs', async () => {
    await withHost({ workers: 1 }, async (lua) => {
      const controller = new AbortController();
      const first = lua.run(forever, { timeoutMs: 300 });
      const second = lua.run(call, { signal: controller.signal });
      const third = lua.run('return 3', { timeoutMs: 200 });
      controller.abort();
      expect((await second).error).toMatchObject({ code: 'cancelled' });
      expect((await first).error).toMatchObject({ code: 'limit_exceeded' });
      expect(await third).toMatchObject({ ok: true, result: 3 });
    });
  });
});

test('a script that was killed leaves nothing to the next', async () => {
  await withHost({ workers: 1 }, async (lua) => {
    for (let round = 0; round < 3; round += 1) {
      const killed = await lua.run(`leaked = 1 print("old") ${forever}`, { timeoutMs: 500 });
      expect(killed).toMatchObject({ output: 'old\n', error: { code: 'limit_exceeded' } });
      expect(await lua.run('print("new") return leaked == nil')).toMatchObject({
        output: 'new\n',
        result: true,
      });
    }
  });
});

describe('closing', () => {
  test('ends scripts that run, and those in line', async () => {
    const lua = createLuaHost({ host, workers: 1 });
    const runs = [lua.run(forever), lua.run(call)];
    await lua.close();
    for (const { error } of await Promise.all(runs)) expect(error).toMatchObject({ code: 'cancelled' });
    expect((await lua.run('return 1')).error).toMatchObject({ code: 'cancelled' });
  });

  test('leaves no thread and no request', async () => {
    const installed = installParcel();
    const server = await startParcelServer();
    const catalog = loadCatalog({ folders: [installed.folder] });
    const real = createHost({ catalog, env: server.env, policy: createPolicy({ yes: true }) });
    const before = threads();
    const lua = createLuaHost({ host: real });
    const slow = lua.run('app.integrations.parcel_post.get_parcel({ id = "slow" })');
    const spinning = lua.run(forever);
    await vi.waitFor(() => expect(server.open()).toBe(1), patient);
    await lua.close();
    expect((await slow).error).toMatchObject({ code: 'cancelled' });
    expect((await spinning).error).toMatchObject({ code: 'cancelled' });
    expect(threads()).toBe(before);
    await vi.waitFor(() => expect(server.open()).toBe(0), patient);
    await server.close();
    installed.remove();
  });

  const threads = () =>
    process.getActiveResourcesInfo().filter((resource) => /Worker|MessagePort/.test(resource)).length;
});

test('integrations, accounts and policy can be given instead of a host', async () => {
  const installed = installParcel();
  const server = await startParcelServer();
  const lua = createLuaHost({
    integrations: loadCatalog({ folders: [installed.folder] }),
    accounts: ({ integration }) => accountFromEnv(integration, server.env),
    policy: createPolicy({ document: { rules: [{ function: 'count', effect: 'deny' }] } }),
  });
  expect((await lua.run('return app.integrations.parcel_post.get_parcel({ id = "7" }).id')).result).toBe('7');
  expect((await lua.run(call)).error).toMatchObject({ code: 'policy_denied' });
  expect(server.requests).toEqual(['GET /parcels/7']);
  await lua.close();
  await server.close();
  installed.remove();
});
