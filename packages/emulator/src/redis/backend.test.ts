import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../../testing/backends.js';
import type { RedisBackend } from './backend.js';
import { isFailure } from './reply.js';
import { startBackend } from './start-backend.js';

describe.each(backends)('the backend $title', ({ redis, skipped }) => {
  describe.skipIf(skipped)('by itself', () => {
    let backend: RedisBackend;
    beforeAll(async () => {
      backend = await startBackend(redis);
    });
    afterAll(() => backend.close());

    test('says what it is', () => {
      expect(backend.kind).toBe(redis === 'server' ? 'redis-server' : 'in-process');
      expect(backend.version).toMatch(/\d+\.\d+\.\d+/);
    });

    test('tells integers, bytes, lists and nothing apart', async () => {
      const replies = await backend.run(3, [
        ['SET', 'k', '7'],
        ['GET', 'k'],
        ['STRLEN', 'k'],
        ['GET', 'none'],
        ['RPUSH', 'l', 'a'],
        ['LRANGE', 'l', '0', '-1'],
        ['HSET', 'h', 'f', 'v'],
        ['HGETALL', 'h'],
      ]);
      const text = (value: string) => Buffer.from(value);
      expect(replies).toEqual([text('OK'), text('7'), 1n, null, 1n, [text('a')], 1n, [text('f'), text('v')]]);
    });

    test('keeps many databases apart', async () => {
      const numbers = [0, 1, 15, 16, 17, 100, 500, 1023];
      for (const number of numbers) await backend.run(number, [['SET', 'who', String(number)]]);
      const replies = await Promise.all(numbers.map((number) => backend.run(number, [['GET', 'who']])));
      expect(replies.flat().map(String)).toEqual(numbers.map(String));
    });

    test('says what a database holds, and gives it back when it is dropped', async () => {
      expect(await backend.usage(9)).toEqual({ keys: 0, memoryBytes: 0 });
      const value = 'x'.repeat(10_000);
      await backend.run(9, [
        ['SET', 'text', value],
        ['RPUSH', 'list', value, value],
        ['HSET', 'hash', 'field', value],
        ['ZADD', 'set', '1', 'member'],
      ]);
      await backend.run(10, [['SET', 'text', 'other']]);
      const { keys, memoryBytes } = await backend.usage(9);
      expect(keys).toBe(4);
      expect(memoryBytes).toBeGreaterThan(40_000);
      expect(memoryBytes).toBeLessThan(80_000);
      await backend.drop(9);
      expect(await backend.usage(9)).toEqual({ keys: 0, memoryBytes: 0 });
      expect(await backend.run(9, [['SET', 'text', 'new']])).toEqual([Buffer.from('OK')]);
      expect(await backend.run(10, [['GET', 'text']])).toEqual([Buffer.from('other')]);
    });

    test('has room for thousands of databases', async () => {
      expect(backend.capacity).toBeGreaterThan(8_000);
      const last = Math.min(backend.capacity, 10_000) - 1;
      expect(await backend.run(last, [['DBSIZE']])).toEqual([0n]);
    });

    test('runs what it is given at the same time, each in its order', async () => {
      const run = (worker: number) =>
        backend.run(5, [
          ['SET', `w${worker}`, '0'],
          ['INCR', `w${worker}`],
          ['INCRBY', `w${worker}`, '10'],
        ]);
      const replies = await Promise.all(Array.from({ length: 50 }, (_, worker) => run(worker)));
      expect(replies.every(([, second, third]) => second === 1n && third === 11n)).toBe(true);
    });

    test('discards a transaction with the reason', async () => {
      const discarded = await backend.transact(6, [['SET', 'k', 'v'], ['GET']]);
      expect(discarded).toEqual({ error: "ERR wrong number of arguments for 'get' command" });
      expect(await backend.run(6, [['EXISTS', 'k']])).toEqual([0n]);
    });

    test('keeps the time to live when it counts', async () => {
      const [, , left] = await backend.run(7, [
        ['SET', 'n', '1', 'EX', '100'],
        ['INCR', 'n'],
        ['TTL', 'n'],
      ]);
      expect(left).toBe(100n);
    });

    test('refuses what reaches out of a database from a script', async () => {
      for (const call of ["'SELECT', 1", "'FLUSHALL'", "'SWAPDB', 0, 1", "'MOVE', 'k', 1"]) {
        const [reply] = await backend.run(8, [['EVAL', `return redis.call(${call})`, '0']]);
        expect(isFailure(reply)).toBe(true);
      }
    });
  });
});

test('names the fix when redis-server is asked for and absent', async () => {
  const path = process.env['PATH'];
  process.env['PATH'] = '/nowhere';
  try {
    await expect(startBackend('server')).rejects.toThrow(/redis-server is not installed.*redis: 'memory'/);
    const fallback = await startBackend('auto');
    expect(fallback.kind).toBe('in-process');
    await fallback.close();
  } finally {
    process.env['PATH'] = path;
  }
});
