/** Replies that are lost: a database is made once, and no job is delivered twice or lost in silence. */
import { execute, isKosmoError, KosmoError, type Operation, RetryBudget } from '@kosmokrator/runtime';
import { undiciTransport } from '@kosmokrator/runtime/undici';
import { loadCatalog } from '@kosmokrator/host';
import { afterAll, describe, expect, test } from 'vitest';
import { executedThenReset, reply } from '@kosmokrator/testing/servers/answers';
import { type FaultServer, type Script, startFaultServer } from '@kosmokrator/testing/servers/fault-server';
import { testClock } from '@kosmokrator/testing/test-clock';
import { page } from './reply.js';

const calls = 1000;
const token = 'made-up-token-for-faults';
const catalog = loadCatalog();
const load = async (name: string) => catalog.operation('upstash-redis-start', name);
const transport = undiciTransport();
const servers: FaultServer[] = [];
afterAll(() => servers.forEach((server) => server.close()));

async function serve(script: Script) {
  const server = await startFaultServer(script);
  servers.push(server);
  const account = () => ({
    credentials: { redis_url: server.origin, redis_token: token },
    baseUrls: { start: server.origin },
    allowLoopbackHttp: true,
    transport,
    clock: testClock(),
    retryBudget: new RetryBudget(),
  });
  return { server, account };
}

/** Ten at a time. */
async function times<T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  for (let begin = 0; begin < count; begin += 10) {
    all.push(...(await Promise.all(Array.from({ length: 10 }, (_, index) => work(begin + index)))));
  }
  return all;
}

test('a lost reply is asked for again with the same key, and gives the same database', async () => {
  const minted = new Map<string, string>();
  const requests = new Map<string, number>();
  const { account } = await serve(({ headers }) => {
    const key = headers['idempotency-key']!;
    requests.set(key, (requests.get(key) ?? 0) + 1);
    if (!minted.has(key)) {
      minted.set(key, `tidy-mole-${minted.size}.upstash.io`);
      return executedThenReset;
    }
    return reply(page({ id: key, token, endpoint: minted.get(key)! }), { executes: false });
  });
  const kept: string[] = [];
  const results = await times(calls, async () => {
    const connect = (made: { readonly connection: { readonly id?: string } }) =>
      kept.push(made.connection.id!);
    return (await execute(await load('create_database'), {}, { ...account(), connect })) as {
      database_id: string;
      endpoint: string;
    };
  });
  const same = results.filter(
    ({ database_id, endpoint }) => endpoint === `https://${minted.get(database_id)}`,
  );
  console.log(
    `create_database, reply lost: ${same.length} of ${calls} got the database of their key, ${minted.size} minted`,
  );
  expect([same.length, minted.size, new Set(kept).size]).toEqual([calls, calls, calls]);
  expect([...requests.values()].every((count) => count === 2)).toBe(true);
});

describe('a queue whose replies get lost', () => {
  const endingOf = async (operation: Operation, args: object, account: object): Promise<unknown> =>
    execute(operation, args as never, account as never).catch((error: unknown) => error);
  const isUnknown = (ending: unknown) =>
    isKosmoError(ending) && (ending as KosmoError).code === 'outcome_unknown';

  test('push_job and pop_job: executed once, and reported as unknown', async () => {
    for (const [name, args] of [
      ['push_job', { key: 'jobs', value: 'x' }],
      ['pop_job', { key: 'jobs' }],
    ] as const) {
      const { server, account } = await serve([executedThenReset]);
      const endings = await times(calls, async () => endingOf(await load(name), args, account()));
      const unknown = endings.filter(isUnknown).length;
      console.log(
        `${name}, executed then reset: ${server.executions} executions in ${calls} calls, ${unknown} unknown`,
      );
      expect([server.executions, server.requests.length, unknown]).toEqual([calls, calls, calls]);
    }
  });

  test('what is pushed is delivered once, or reported as unknown', async () => {
    const queue: string[] = [];
    let turn = 0;
    const { account } = await serve(({ body }) => {
      const [command, , value] = JSON.parse(body) as string[];
      const result = command === 'LPUSH' ? queue.unshift(value!) : (queue.pop() ?? null);
      // Every third reply is lost after the command was carried out.
      return turn++ % 3 === 2 ? executedThenReset : reply(JSON.stringify({ result }));
    });
    const pushed = await times(calls, async (index) =>
      endingOf(await load('push_job'), { key: 'jobs', value: `job ${index}` }, account()),
    );
    const unknownPushes = pushed.filter(isUnknown).length;
    const delivered: string[] = [];
    let unknownPops = 0;
    for (let empty = 0; empty < 3;) {
      const ending = await endingOf(await load('pop_job'), { key: 'jobs' }, account());
      const { value } = ending as { value?: string | null };
      if (isUnknown(ending)) unknownPops += 1;
      else if (value === null) empty += 1;
      else delivered.push(value!);
      if (isUnknown(ending) && queue.length === 0) empty += 1;
    }
    const lostToUnknown = calls - delivered.length;
    console.log(
      `work queue: ${calls} pushed (${unknownPushes} of them unknown), ${delivered.length} delivered, ` +
        `${lostToUnknown} in pops that were reported as unknown (${unknownPops} with those of an empty queue), ` +
        `${delivered.length - new Set(delivered).size} twice`,
    );
    expect(new Set(delivered).size).toBe(delivered.length);
    expect(
      pushed.every(
        (ending) => isUnknown(ending) || typeof (ending as { length: number }).length === 'number',
      ),
    ).toBe(true);
    expect(lostToUnknown).toBeGreaterThan(0);
    expect(lostToUnknown).toBeLessThanOrEqual(unknownPops);
  });
});
