/** A database that the emulator's start-redis made, used by our functions and by the official client, each reading the other. */
import { startEmulator, type Emulator } from '@kosmokrator/emulator';
import { createHost, createPolicy, loadCatalog } from '@kosmokrator/host';
import { Redis } from '@upstash/redis';
import { afterAll, beforeAll, expect, test } from 'vitest';

let emulator: Emulator;
let theirs: Redis;
let ours: (name: string, args?: Record<string, unknown>) => Promise<unknown>;

beforeAll(async () => {
  emulator = await startEmulator();
  const page = await (await fetch(emulator.startRedis.url, { method: 'POST' })).text();
  const read = (label: string) => page.split(`**${label}:** `)[1]?.split('\n')[0] ?? '';
  const [url, token] = [read('Endpoint'), read('Token')];
  theirs = new Redis({ url, token, automaticDeserialization: false, enableTelemetry: false });
  const env = { ...emulator.env, UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token };
  const host = createHost({ catalog: await loadCatalog(), env, policy: createPolicy({ yes: true }) });
  ours = (name, args = {}) => host.call(name, args);
});
afterAll(() => emulator.close());

test.each(['plain', '', '{"a":1}', 'käse ☕ 𝄞', 'a\u0000b', 'x'.repeat(100_000)])(
  'what one writes the other reads (%#)',
  async (value) => {
    await ours('upstash_set_key', { key: 'ours', value });
    expect(await theirs.get('ours')).toBe(value);
    await theirs.set('theirs', value);
    expect(await ours('upstash_get_key', { key: 'theirs' })).toEqual({ key: 'theirs', value });
  },
);

test('both see the keys of this database and of no other', async () => {
  await theirs.flushdb();
  await theirs.mset({ a: '1', b: '2' });
  const [account] = emulator.databases;
  const other = new Redis({ url: account?.url ?? '', token: account?.token ?? '', enableTelemetry: false });
  await other.set('c', '3');
  expect(await ours('upstash_list_keys')).toEqual({ pattern: '*', keys: ['a', 'b'], count: 2 });
  await ours('upstash_delete_key', { key: 'a' });
  expect(await theirs.keys('*')).toEqual(['b']);
});

test('once it has expired, our error says that the credentials are refused', async () => {
  await emulator.startRedis.advance(3 * 86_400_000);
  await expect(ours('upstash_get_key', { key: 'b' })).rejects.toMatchObject({
    code: 'auth_failed',
    status: 401,
  });
});
