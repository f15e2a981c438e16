import { Redis } from '@upstash/redis';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { backends } from '../../testing/backends.js';
import { restCall } from '../../testing/rest-call.js';
import { provision, runCommand } from '../../testing/start-redis.js';
import type { Emulator } from '../emulator.js';
import { createInProcessBackend } from '../redis/in-process/in-process-backend.js';
import { startEmulator } from '../start-emulator.js';
import { createStartDatabases, NoRoomError } from './start-databases.js';

const day = 86_400_000;
const id = '0335da5b-d9a4-4177-a83a-e4441edc60ef';

describe.each(backends)('databases of start-redis on $title', ({ redis, skipped }) => {
  describe.skipIf(skipped)('as a test sees them', () => {
    let emulator: Emulator;
    const make = (key?: string) => provision(emulator.startRedis.url, key);
    const makeMany = (count: number) => inBatches(Array.from({ length: count }), () => make());

    beforeAll(async () => {
      emulator = await startEmulator({ redis });
    });
    beforeEach(() => emulator.reset());
    afterAll(() => emulator.close());

    test('share no key with each other or with the account, whatever the command', async () => {
      const [seeded] = emulator.databases;
      const account = { ...(await make()), endpoint: seeded?.url ?? '', token: seeded?.token ?? '' };
      const first = await make();
      const second = await make();
      for (const [name, database] of Object.entries({ account, first, second })) {
        expect(await runCommand(database, 'SET', 'shared', name)).toBe('OK');
        expect(await runCommand(database, 'SET', `only-${name}`, name)).toBe('OK');
      }
      expect(await runCommand(first, 'GET', 'shared')).toBe('first');
      expect(((await runCommand(second, 'KEYS', '*')) as string[]).toSorted()).toEqual([
        'only-second',
        'shared',
      ]);
      expect(await runCommand(second, 'SCAN', '0', 'MATCH', 'only-*', 'COUNT', '100')).toEqual([
        '0',
        ['only-second'],
      ]);
      expect(await runCommand(second, 'EXISTS', 'only-first', 'only-account')).toBe(0);
      for (const flush of ['FLUSHDB', 'FLUSHALL']) {
        expect(await runCommand(second, flush)).toBe('OK');
        expect(await runCommand(second, 'DBSIZE')).toBe(0);
        expect(await runCommand(first, 'DBSIZE')).toBe(2);
        expect(await runCommand(account, 'DBSIZE')).toBe(2);
      }
      expect((await restCall(first.endpoint, { token: second.token, body: ['GET', 'shared'] })).status).toBe(
        401,
      );
      expect((await restCall(first.endpoint, { body: ['GET', 'shared'] })).status).toBe(401);
    });

    test('work with the official client', async () => {
      const database = await make();
      const client = new Redis({ url: database.endpoint, token: database.token, enableTelemetry: false });
      expect(await client.set('k', { a: [1, 'ü'] })).toBe('OK');
      expect(await runCommand(database, 'GET', 'k')).toBe('{"a":[1,"ü"]}');
      await runCommand(database, 'LPUSH', 'queue', 'one', 'two');
      expect(await client.rpop('queue')).toBe('one');
      expect(await client.multi().zadd('m', { score: 2, member: 'b' }).zcard('m').exec()).toEqual([1, 1]);
      expect(await client.dbsize()).toBe(3);
    });

    test('number a thousand at once, each for itself, and expire together', async () => {
      const started = performance.now();
      const databases = await makeMany(1_000);
      await inBatches(databases, (database) => runCommand(database, 'SET', 'who', database.id));
      expect([emulator.startRedis.minted, emulator.startRedis.live]).toEqual([1_000, 1_000]);
      expect(new Set(databases.map(({ endpoint }) => endpoint)).size).toBe(1_000);
      const owners = await inBatches(databases, async (database) => {
        const [who, keys] = [await runCommand(database, 'GET', 'who'), await runCommand(database, 'DBSIZE')];
        return who === database.id && keys === 1;
      });
      const own = owners.filter(Boolean).length;
      console.log(
        `${redis}: ${own} of 1000 databases hold their own key only; ${Math.round(performance.now() - started)} ms`,
      );
      expect(own).toBe(1_000);
      await emulator.startRedis.advance(3 * day);
      expect(emulator.startRedis.live).toBe(0);
    });

    test('live for three days to the millisecond', async () => {
      const clocked = await startEmulator({ redis, now: () => 0 });
      try {
        const database = await provision(clocked.startRedis.url, id);
        await runCommand(database, 'SET', 'k', 'v');
        await clocked.startRedis.advance(3 * day - 1);
        expect(await runCommand(database, 'GET', 'k')).toBe('v');
        expect((await restCall(database.metrics, { path: '' })).status).toBe(200);
        await clocked.startRedis.advance(1);
        const ended = await restCall(database.endpoint, { token: database.token, body: ['GET', 'k'] });
        expect([ended.status, ended.json]).toEqual([401, { error: expect.stringMatching(/^WRONGPASS/) }]);
        expect((await restCall(database.metrics, { path: '' })).status).toBe(404);
        expect((await restCall(database.console, { path: '' })).status).toBe(404);
      } finally {
        await clocked.close();
      }
    });

    test('expire by the clock alone, before anyone sweeps', async () => {
      let now = 0;
      const clocked = await startEmulator({ redis, now: () => now });
      try {
        const database = await provision(clocked.startRedis.url, id);
        now = 3 * day;
        expect((await restCall(database.endpoint, { token: database.token, body: ['PING'] })).status).toBe(
          401,
        );
        await clocked.startRedis.advance(0);
        expect(clocked.startRedis.live).toBe(0);
      } finally {
        await clocked.close();
      }
    });

    test('come back empty under the same key, with a new token, while the old endpoint stays closed', async () => {
      const before = await make(id);
      await runCommand(before, 'SET', 'k', 'v');
      await emulator.startRedis.advance(3 * day);
      const [after, same] = await Promise.all([make(id), make(id)]);
      expect(after).toEqual(same);
      expect(after.id).toBe(id);
      expect(after.token).not.toBe(before.token);
      expect(await runCommand(after, 'DBSIZE')).toBe(0);
      expect((await restCall(before.endpoint, { token: before.token, body: ['DBSIZE'] })).status).toBe(401);
      expect((await restCall(before.endpoint, { token: after.token, body: ['DBSIZE'] })).status).toBe(401);
      expect(emulator.startRedis.minted).toBe(2);
    });

    // The in-process store has no figure of its own; backend.test.ts sees it empty after a drop.
    test.skipIf(redis === 'memory')('give their memory back when they expire', async () => {
      const megabyte = 'x'.repeat(1024 * 1024);
      const databases = await makeMany(20);
      for (const database of databases) await runCommand(database, 'SET', 'large', megabyte);
      const { json } = await restCall(databases[0]?.metrics ?? '', { path: '' });
      expect((json as { memory_bytes: number }).memory_bytes).toBeGreaterThanOrEqual(megabyte.length);
      const used = await memoryUsed(emulator);
      await emulator.startRedis.advance(3 * day);
      const left = await memoryUsed(emulator);
      const mb = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);
      console.log(`${redis}: ${mb(used)} MB with 20 databases of 1 MB, ${mb(left)} MB after they expired`);
      expect(used - left).toBeGreaterThan(19 * megabyte.length);
    });

    test('are new although others had their place before', async () => {
      const old = await makeMany(20);
      for (const database of old) await runCommand(database, 'SET', 'k', 'v');
      await emulator.startRedis.advance(3 * day);
      expect([emulator.startRedis.minted, emulator.startRedis.live]).toEqual([20, 0]);
      const sizes = await inBatches(await makeMany(20), (database) => runCommand(database, 'DBSIZE'));
      expect(sizes).toEqual(Array.from({ length: 20 }, () => 0));
      for (const { endpoint, token } of old) {
        expect((await restCall(endpoint, { token, body: ['SET', 'k', 'v'] })).status).toBe(401);
      }
    });

    test('that are being made do not outlive the emulator', async () => {
      const other = await startEmulator({ redis });
      const making = Array.from({ length: 50 }, () => provision(other.startRedis.url).catch(() => undefined));
      await other.close();
      const reached = (await Promise.all(making)).flatMap((database) => database?.endpoint ?? []);
      for (const endpoint of reached) await expect(fetch(endpoint)).rejects.toThrow('fetch failed');
    });
  });
});

test('are refused while there is no room, and made once there is', async () => {
  let now = 0;
  const backend = { ...createInProcessBackend(), capacity: 3 };
  const serve = () => Promise.resolve('http://127.0.0.1:1');
  const databases = createStartDatabases({ backend, firstIndex: 1, now: () => now, serve });
  await databases.open('a');
  await databases.open('b');
  await expect(databases.open('c')).rejects.toThrow(NoRoomError);
  expect((await databases.open('a')).id).toBe('a');
  now = 3 * day;
  await databases.sweep();
  expect((await databases.open('c')).id).toBe('c');
  expect([databases.minted, databases.live]).toEqual([3, 1]);
  await backend.close();
});

test('that could not be opened leave nothing behind, and the next call makes one', async () => {
  const backend = createInProcessBackend();
  let failures = 1;
  const serve = () =>
    failures-- > 0 ? Promise.reject(new Error('no port')) : Promise.resolve('http://127.0.0.1:1');
  const databases = createStartDatabases({ backend, firstIndex: 1, now: () => 0, serve });
  await expect(databases.open('a')).rejects.toThrow('no port');
  await databases.sweep();
  expect([databases.minted, databases.live]).toEqual([0, 0]);
  expect((await databases.open('a')).id).toBe('a');
  expect(databases.minted).toBe(1);
  await backend.close();
});

async function inBatches<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += 50) {
    results.push(...(await Promise.all(items.slice(at, at + 50).map(work))));
  }
  return results;
}

/** Bytes of data that the server holds. */
async function memoryUsed(emulator: Emulator): Promise<number> {
  const [database] = emulator.databases;
  const { json } = await restCall(database?.url ?? '', { token: database?.token, body: ['INFO', 'memory'] });
  return Number(/^used_memory:(\d+)/m.exec((json as { result: string }).result)?.[1]);
}
