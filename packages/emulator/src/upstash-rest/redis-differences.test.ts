import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../../testing/backends.js';
import { restCall } from '../../testing/rest-call.js';
import type { Emulator } from '../emulator.js';
import { startEmulator } from '../start-emulator.js';

const [server] = backends;

describe.skipIf(server?.skipped)(`where the vendor is not as ${server?.title}`, () => {
  let emulator: Emulator;
  beforeAll(async () => void (emulator = await startEmulator({ redis: 'server' })));
  afterAll(() => emulator.close());

  const run = async (...body: (string | number)[]) => {
    const [database] = emulator.databases;
    return (await restCall(database?.url ?? '', { token: database?.token, body })).json;
  };

  test('copies a key to itself by doing nothing', async () => {
    await run('SET', 'k', 'v');
    expect(await run('COPY', 'k', 'k')).toEqual({ result: 0 });
    expect(await run('COPY', 'k', 'other')).toEqual({ result: 1 });
  });

  test('trims a stream exactly also where it may do less', async () => {
    for (let id = 1; id <= 10; id += 1) await run('XADD', 'x', `${id}-1`, 'f', 'v');
    expect(await run('XTRIM', 'x', 'MAXLEN', '~', 3)).toEqual({ result: 7 });
    expect(await run('XTRIM', 'x', 'MAXLEN', '~', 1, 'LIMIT', 5)).toEqual({ result: 0 });
  });

  test.each([
    ['BITOP DIFF', ['BITOP', 'DIFF', 'd', 'a', 'b']],
    ['BITOP ONE', ['bitop', 'one', 'd', 'a', 'b']],
    ['XADD KEEPREF', ['XADD', 'x', 'KEEPREF', '*', 'f', 'v']],
    ['XTRIM ACKED', ['XTRIM', 'x', 'MAXLEN', 3, 'ACKED']],
  ])('says that Redis lacks %s', async (what, command) => {
    const { version } = emulator.backend;
    const error = `ERR this emulator runs on Redis ${version}, which does not support ${what}; the vendor does`;
    expect(await run(...command)).toEqual({ error });
  });
});
