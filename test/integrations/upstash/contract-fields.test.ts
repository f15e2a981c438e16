/** The functions against the emulator: the fields that scripts rely on, and the official Redis client as witness. */
import { inspect } from 'node:util';
import type { Emulator } from '@kosmokrator/emulator';
import { Redis } from '@upstash/redis';
import { expect, test } from 'vitest';
import { emulatedHost } from '../emulated-host.js';

const { call, emulator, hostOf } = emulatedHost();

test('set_key, get_key, delete_key and list_keys give exactly their fields', async () => {
  const set = await call('upstash_set_key', { key: 'a', value: '', ex: 100 });
  expect(set).toEqual({ key: 'a', value: '', ttl: 100, result: 'OK' });
  expect(await call('upstash_get_key', { key: 'a' })).toEqual({ key: 'a', value: '' });
  expect(await call('upstash_get_key', { key: 'gone' })).toEqual({ key: 'gone', value: null });
  expect(await call('upstash_list_keys')).toEqual({ pattern: '*', keys: ['a'], count: 1 });
  expect(await call('upstash_delete_key', { key: 'a' })).toEqual({ key: 'a', deleted: 1 });
  expect(await call('upstash_delete_key', { key: 'a' })).toEqual({ key: 'a', deleted: 0 });
});

test('list_keys walks more than one page, sorted and without repeats', async () => {
  const keys = Array.from({ length: 2500 }, (_, index) => `many:${String(index).padStart(4, '0')}`);
  const theirs = official();
  await theirs.mset(Object.fromEntries(keys.map((key) => [key, '1'])));
  const listed = await call('upstash_list_keys', { pattern: 'many:*' });
  expect(listed).toEqual({ pattern: 'many:*', keys, count: 2500 });
  await theirs.del(...keys);
});

test.each([
  'plain',
  '',
  '"quoted"',
  '{"a":1}',
  'käse ☕ 𝄞',
  'a\u0000b',
  'line\r\nline',
  '1',
  'x'.repeat(100_000),
])('the official client reads what we write and writes what we read (%#)', async (value) => {
  const theirs = official();
  await call('upstash_set_key', { key: 'ours', value });
  expect(await theirs.get('ours')).toBe(value);
  await theirs.set('theirs', value);
  expect(await call('upstash_get_key', { key: 'theirs' })).toEqual({ key: 'theirs', value });
});

test('a value with ex expires, and one without keeps', async () => {
  const theirs = official();
  await call('upstash_set_key', { key: 'brief', value: 'v', ex: 60 });
  expect(await theirs.ttl('brief')).toBeGreaterThan(50);
  await call('upstash_set_key', { key: 'brief', value: 'v' });
  expect(await theirs.ttl('brief')).toBe(-1);
});

test('a read-only token may read but not list keys or write, and the error says so', async () => {
  const env = { ...emulator().env, UPSTASH_REDIS_REST_TOKEN: emulator().tokens.redisReadOnly };
  const host = await hostOf(env);
  expect(await host.call('upstash_get_key', { key: 'gone' })).toEqual({ key: 'gone', value: null });
  const listed = host.call('upstash_list_keys', {});
  const writes = [
    host.call('upstash_set_key', { key: 'a', value: 'b' }),
    host.call('upstash_delete_key', { key: 'a' }),
  ];
  for (const refused of [listed, ...writes]) {
    await expect(refused).rejects.toMatchObject({
      code: 'api_error',
      message: expect.stringMatching(/read-only/i),
    });
  }
});

test('the account functions never show a secret', async () => {
  const databases = await call('upstash_list_databases');
  expect(databases).toHaveLength(2);
  expect(Object.keys(databases[0])).toEqual(
    expect.arrayContaining(['database_id', 'database_name', 'region', 'endpoint']),
  );
  const database = await call('upstash_get_database', { id: databases[0].database_id });
  expect(database).toMatchObject({ database_id: databases[0].database_id, region: expect.any(String) });
  const { usage } = database;
  for (const count of ['commands', 'keys', 'storage', 'bandwidth'])
    expect(usage[count]).toEqual(expect.any(Number));
  expect(Object.keys(usage)).toHaveLength(4);
  // Not JSON: a limit in the reply is beyond 2^53, and stays exact as a BigInt.
  const text = inspect([databases, database], { depth: null, maxStringLength: null });
  for (const secret of secretsOf(emulator())) expect(text).not.toContain(secret);
  const user = await call('upstash_get_current_user');
  expect(Object.keys(user).toSorted()).toEqual(['email', 'members', 'name', 'plan', 'team_id', 'teams']);
  expect(user.plan).toBeNull();
});

/** The vendor's own client, which knows nothing of this project. */
function official(): Redis {
  return new Redis({
    url: emulator().env['UPSTASH_REDIS_REST_URL']!,
    token: emulator().env['UPSTASH_REDIS_REST_TOKEN']!,
    automaticDeserialization: false,
  });
}

function secretsOf({ env, tokens }: Emulator): string[] {
  return [env['UPSTASH_REDIS_REST_TOKEN']!, env['UPSTASH_API_KEY']!, tokens.redisReadOnly];
}
