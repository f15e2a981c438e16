import { Lock } from '@upstash/lock';
import { Ratelimit } from '@upstash/ratelimit';
import { Redis } from '@upstash/redis';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { backends } from '../../testing/backends.js';
import type { Emulator } from '../emulator.js';
import type { RedisChoice } from '../redis/start-backend.js';
import { startEmulator } from '../start-emulator.js';

const limiters = [
  ['fixedWindow', Ratelimit.fixedWindow(3, '1 h')],
  ['slidingWindow', Ratelimit.slidingWindow(3, '1 h')],
  ['tokenBucket', Ratelimit.tokenBucket(3, '1 h', 3)],
  ['cachedFixedWindow', Ratelimit.cachedFixedWindow(3, '1 h')],
] as const;

const [server] = backends;

interface Client {
  redis(): Redis;
}

/** A client of the vendor's on an emulator that is empty when a test begins. */
function useClient(choice: RedisChoice): Client {
  let emulator: Emulator;
  let redis: Redis;
  beforeAll(async () => {
    emulator = await startEmulator({ redis: choice });
    const { UPSTASH_REDIS_REST_URL: url = '', UPSTASH_REDIS_REST_TOKEN: token = '' } = emulator.env;
    redis = new Redis({ url, token, enableTelemetry: false });
  });
  beforeEach(() => emulator.reset());
  afterAll(() => emulator.close());
  return { redis: () => redis };
}

/** The lock's declarations are those of CommonJS, and the client's those of a module. */
function createLock(redis: Redis): Lock {
  const retry = { attempts: 1, delay: 1 };
  return new Lock({ redis: redis as unknown as LockClient, id: 'lock', lease: 60_000, retry });
}

type LockClient = ConstructorParameters<typeof Lock>[0]['redis'];

describe.skipIf(server?.skipped)(`libraries of the vendor on ${server?.title}`, () => {
  const { redis } = useClient('server');

  test.each(limiters)('@upstash/ratelimit runs %s', async (_, limiter) => {
    const ratelimit = new Ratelimit({ redis: redis(), limiter, ephemeralCache: new Map(), timeout: 0 });
    const answers = [];
    for (let call = 0; call < 5; call += 1) answers.push(await ratelimit.limit('user'));
    await Promise.all(answers.map(({ pending }) => pending));
    expect(answers.map(({ success }) => success)).toEqual([true, true, true, false, false]);
    expect(answers.slice(0, 3).map(({ remaining }) => remaining)).toEqual([2, 1, 0]);
    expect((await ratelimit.getRemaining('user')).remaining).toBe(0);
    expect((await ratelimit.getRemaining('other')).remaining).toBe(3);
    await ratelimit.resetUsedTokens('user');
    expect((await ratelimit.getRemaining('user')).remaining).toBe(3);
    expect((await ratelimit.limit('user')).success).toBe(true);
  });

  test('@upstash/ratelimit counts each of the calls that come at the same time', async () => {
    const limiter = Ratelimit.fixedWindow(10, '1 h');
    const ratelimit = new Ratelimit({ redis: redis(), limiter, ephemeralCache: false, timeout: 0 });
    const answers = await Promise.all(Array.from({ length: 25 }, () => ratelimit.limit('many')));
    expect(answers.filter(({ success }) => success)).toHaveLength(10);
  });

  test('@upstash/ratelimit waits until it may go on', async () => {
    const limiter = Ratelimit.fixedWindow(1, '1 s');
    const ratelimit = new Ratelimit({ redis: redis(), limiter, timeout: 0 });
    await ratelimit.limit('block');
    expect((await ratelimit.blockUntilReady('block', 30_000)).success).toBe(true);
  });

  test('@upstash/ratelimit limits by the size of a call, with analytics', async () => {
    const limiter = Ratelimit.slidingWindow(10, '1 h');
    const ratelimit = new Ratelimit({ redis: redis(), limiter, analytics: true, timeout: 0 });
    const { remaining, pending } = await ratelimit.limit('batch', { rate: 7 });
    await pending;
    expect(remaining).toBe(3);
    expect((await ratelimit.limit('batch', { rate: 7 })).success).toBe(false);
  });

  test('@upstash/lock has one holder at a time, who can extend and release', async () => {
    const [first, second] = [createLock(redis()), createLock(redis())];
    expect(await first.acquire()).toBe(true);
    expect(await second.acquire()).toBe(false);
    expect([await first.getStatus(), await second.getStatus()]).toEqual(['ACQUIRED', 'FREE']);
    expect(await first.extend(60_000)).toBe(true);
    expect(await redis().ttl('lock')).toBeGreaterThan(100);
    expect(await second.release()).toBe(false);
    expect(await first.release()).toBe(true);
    expect(await second.acquire()).toBe(true);
  });
});

describe('libraries of the vendor on the in-process store', () => {
  const { redis } = useClient('memory');
  const refused = /the in-process store does not support EVAL(SHA)?; install redis-server/;

  test.each(limiters)('@upstash/ratelimit is told that %s needs redis-server', async (_, limiter) => {
    const ratelimit = new Ratelimit({ redis: redis(), limiter, ephemeralCache: new Map(), timeout: 0 });
    await expect(ratelimit.limit('user')).rejects.toThrow(refused);
    await expect(ratelimit.getRemaining('user')).rejects.toThrow(refused);
  });

  test('@upstash/lock has one holder at a time, and is told that extend and release need redis-server', async () => {
    const [first, second] = [createLock(redis()), createLock(redis())];
    expect(await first.acquire()).toBe(true);
    expect(await second.acquire()).toBe(false);
    expect([await first.getStatus(), await second.getStatus()]).toEqual(['ACQUIRED', 'FREE']);
    await expect(first.extend(1_000)).rejects.toThrow(refused);
    await expect(first.release()).rejects.toThrow(refused);
  });
});
