import { Redis } from '@upstash/redis';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { backends } from '../../testing/backends.js';
import { commandCases } from '../../testing/command-cases.js';
import type { Emulator } from '../emulator.js';
import { startEmulator } from '../start-emulator.js';

/** What the in-process store refuses. */
const inProcessGaps: readonly string[] = [
  'BITPOS',
  'BITOP',
  'BITFIELD',
  'COPY',
  'PFADD, PFCOUNT',
  'GEOADD',
  'XADD, XLEN',
  'XRANGE',
  'EVAL',
  'EVAL with a call',
  'SCRIPT LOAD, EVALSHA',
];

describe.each(backends)('@upstash/redis on $title', ({ redis: choice, skipped }) => {
  describe.skipIf(skipped)('as an independent client', () => {
    let emulator: Emulator;
    let redis: Redis;

    const client = (token: string, options = {}) =>
      new Redis({
        url: emulator.env['UPSTASH_REDIS_REST_URL'] ?? '',
        token,
        enableTelemetry: false,
        ...options,
      });

    beforeAll(async () => {
      emulator = await startEmulator({ redis: choice });
      redis = client(emulator.env['UPSTASH_REDIS_REST_TOKEN'] ?? '', { enableAutoPipelining: false });
    });
    beforeEach(() => emulator.reset());
    afterAll(() => emulator.close());

    test('runs the commands that agents use', async () => {
      const failed: string[] = [];
      for (const { name, run, expected } of commandCases) {
        await redis.flushdb();
        const actual = await run(redis).catch((error: Error) => error.message);
        if (!isDeepStrictEqual(actual, expected)) failed.push(name);
      }
      const passed = commandCases.length - failed.length;
      console.log(`${choice}: ${passed} of ${commandCases.length} commands of @upstash/redis as expected`);
      expect(failed).toEqual(choice === 'memory' ? inProcessGaps : []);
    });

    test('reads through automatic pipelines and with plain text replies', async () => {
      const token = emulator.env['UPSTASH_REDIS_REST_TOKEN'] ?? '';
      const pipelining = client(token, { enableAutoPipelining: true });
      const plain = client(token, { responseEncoding: false, enableAutoPipelining: false });
      await redis.set('k', 'wärme ☕');
      expect(await Promise.all([pipelining.get('k'), pipelining.exists('k')])).toEqual(['wärme ☕', 1]);
      expect(emulator.requests.at(-1)?.path).toBe('/pipeline');
      expect(await plain.get('k')).toBe('wärme ☕');
      expect(emulator.requests.at(-1)?.path).toBe('/');
    });

    test('carries a value of one megabyte', async () => {
      const value = 'añ☕\n'.repeat(150_000);
      await redis.set('large', value);
      expect(await redis.get('large')).toBe(value);
    });

    test('sees one transaction as a whole, and its errors in their places', async () => {
      await redis.set('text', 'abc');
      const transaction = redis.multi().set('a', 1).incr('text').get('a');
      const results = await transaction.exec({ keepErrors: true });
      expect(results.map(({ error }) => error?.slice(0, 3))).toEqual([undefined, 'ERR', undefined]);
      expect(results[2]?.result).toBe(1);
    });

    test('gets an error that names the reason', async () => {
      await redis.set('text', 'abc');
      await expect(redis.lpush('text', 'x')).rejects.toThrow('WRONGTYPE');
      await expect(client('wrong').get('text')).rejects.toThrow('WRONGPASS');
      const readOnly = client(emulator.tokens.redisReadOnly, { enableAutoPipelining: false });
      expect(await readOnly.get('text')).toBe('abc');
      await expect(readOnly.set('text', 'x')).rejects.toThrow(
        "NOPERM this user has no permissions to run the 'set'",
      );
      await expect(readOnly.scan(0)).rejects.toThrow('NOPERM');
    });
  });
});
