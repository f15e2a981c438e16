import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { restCall } from '../../testing/rest-call.js';
import type { Emulator } from '../emulator.js';
import { startEmulator } from '../start-emulator.js';

describe('the in-process store', () => {
  let emulator: Emulator;
  beforeAll(async () => void (emulator = await startEmulator({ redis: 'memory' })));
  beforeEach(() => emulator.reset());
  afterAll(() => emulator.close());

  const call = (path: string, body: unknown) => {
    const [database] = emulator.databases;
    return restCall(database?.url ?? '', { token: database?.token, path, body });
  };
  const run = async (...body: (string | number)[]) => (await call('/', body)).json;
  const refused = (what: string) => ({
    error: `ERR the in-process store does not support ${what}; install redis-server, which does`,
  });

  test.each([
    ['EVAL', 'return 1', 0],
    ['EVALSHA', 'x', 0],
    ['EVAL_RO', '#!lua flags=allow-key-locking\nreturn 1', 0],
    ['SCRIPT', 'LOAD', 'return 1'],
    ['FUNCTION', 'LIST'],
    ['XADD', 'x', '*', 'f', 'v'],
    ['XREAD', 'STREAMS', 'x', 0],
    ['ZUNION', 1, 'z'],
    ['ZDIFFSTORE', 'd', 1, 'z'],
    ['ZLEXCOUNT', 'z', '-', '+'],
    ['SINTERCARD', 1, 's'],
    ['PFADD', 'p', 'a'],
    ['GEOADD', 'g', 1, 1, 'a'],
    ['COPY', 'a', 'b'],
    ['MEMORY', 'USAGE', 'a'],
  ])('refuses %s, which redis-server has', async (...command) => {
    expect(await run(...command)).toEqual(refused(String(command[0])));
    const transaction = await call('/multi-exec', [['SET', 'k', 'v'], command]);
    expect(transaction.json).toEqual(refused(String(command[0])));
    expect(await run('EXISTS', 'k')).toEqual({ result: 0 });
  });

  test.each([
    ['ZINTERSTORE … WEIGHTS', ['ZINTERSTORE', 'd', 1, 'z', 'WEIGHTS', 2]],
    ['LPOS … RANK', ['LPOS', 'l', 'a', 'rank', 2]],
    ['ZRANGE … BYLEX', ['ZRANGE', 'z', '-', '+', 'BYLEX']],
    ['BITCOUNT … BIT', ['BITCOUNT', 'k', 0, 5, 'BIT']],
  ])('refuses %s', async (what, command) => {
    expect(await run(...command)).toEqual(refused(what));
  });

  test('gives all keys in one walk, so that none is missed when some are removed on the way', async () => {
    const names = Array.from({ length: 300 }, (_, index) => `key:${index}`);
    await run('MSET', ...names.flatMap((name) => [name, 'v']));
    const { result } = (await run('SCAN', 0, 'COUNT', 10, 'MATCH', 'key:*')) as {
      result: [string, string[]];
    };
    expect([result[0], result[1].toSorted()]).toEqual(['0', names.toSorted()]);
  });

  test('takes more values in a command than a function takes arguments', async () => {
    const values = Array.from({ length: 300_000 }, (_, index) => String(index));
    const give = async (...start: string[]) => (await call('/', [...start, ...values])).json;
    expect(await give('RPUSH', 'l')).toEqual({ result: 300_000 });
    expect(await give('LPUSH', 'l')).toEqual({ result: 600_000 });
    expect(await run('LTRIM', 'l', 1, -2)).toEqual({ result: 'OK' });
    expect(await run('LLEN', 'l')).toEqual({ result: 599_998 });
    expect(await give('SADD', 's')).toEqual({ result: 300_000 });
    expect(await give('DEL', 's', 'l')).toEqual({ result: 2 });
  });
});
