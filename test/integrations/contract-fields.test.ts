/** The fourteen functions against the emulator: the fields that scripts rely on, and the official Redis client as witness. */
import { inspect } from 'node:util';
import { startEmulator } from '@kosmokrator/emulator';
import type { Emulator } from '@kosmokrator/emulator';
import { createHost, createPolicy, loadCatalog } from '@kosmokrator/host';
import { Redis } from '@upstash/redis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let emulator: Emulator;
let call: (name: string, args?: Record<string, unknown>) => Promise<any>;

beforeAll(async () => {
  emulator = await startEmulator();
  console.log(`Redis backend: ${emulator.backend.kind} ${emulator.backend.version}`);
  const host = createHost({
    catalog: await loadCatalog(),
    env: emulator.env,
    policy: createPolicy({ yes: true }),
  });
  call = (name, args = {}) => host.call(name, args);
});
afterAll(() => emulator.close());

describe('upstash', () => {
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
    const env = { ...emulator.env, UPSTASH_REDIS_REST_TOKEN: emulator.tokens.redisReadOnly };
    const host = createHost({ catalog: await loadCatalog(), env, policy: createPolicy({ yes: true }) });
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
    for (const secret of secretsOf(emulator)) expect(text).not.toContain(secret);
    const user = await call('upstash_get_current_user');
    expect(Object.keys(user).toSorted()).toEqual(['email', 'members', 'name', 'plan', 'team_id', 'teams']);
    expect(user.plan).toBeNull();
  });
});

describe('planetscale', () => {
  const organization = 'my-org';
  const database = 'my-database';

  test('lists are page objects whose items have the derived fields', async () => {
    const organizations = await call('planetscale_list_organizations');
    expect(organizations.data[0]).toMatchObject({
      name: organization,
      slug: organization,
      plan: expect.any(String),
    });
    const databases = await call('planetscale_list_databases', { organization });
    expect(databases.data[0]).toMatchObject({
      name: database,
      state: expect.any(String),
      region: { slug: expect.any(String) },
      branches: expect.any(Number),
    });
    expect(databases.data[0].branches).toBe(databases.data[0].branches_count);
    const branches = await call('planetscale_list_branches', { organization, database });
    const main = branches.data.find((branch: { name: string }) => branch.name === 'main');
    expect(main).toMatchObject({
      role: 'production',
      production: true,
      ready: true,
      region: expect.any(Object),
    });
  });

  test('single objects have the derived fields', async () => {
    expect(await call('planetscale_get_database', { organization, database })).toMatchObject({
      name: database,
      branches: expect.any(Number),
      region: { slug: expect.any(String) },
    });
    expect(await call('planetscale_get_branch', { organization, database, branch: 'main' })).toMatchObject({
      name: 'main',
      role: 'production',
      ready: true,
    });
    expect(await call('planetscale_get_current_user')).toMatchObject({
      name: expect.any(String),
      display_name: expect.any(String),
      email: expect.any(String),
      first_name: expect.any(String),
      last_name: expect.any(String),
    });
  });

  test('a created database is in the list, and its name is taken', async () => {
    const created = await call('planetscale_create_database', {
      organization,
      name: 'fresh',
      notes: 'for a test',
    });
    expect(created).toMatchObject({ name: 'fresh', branches: expect.any(Number) });
    const listed = await call('planetscale_list_databases', { organization, limit: 100 });
    expect(listed.data.map((one: { name: string }) => one.name)).toContain('fresh');
    await expect(call('planetscale_create_database', { organization, name: 'fresh' })).rejects.toMatchObject({
      outcome: 'refused',
    });
  });

  test.each([
    ['us-east-1', 'us-east'],
    ['us-east-2', 'aws-us-east-2'],
    ['us-west-2', 'us-west'],
    ['ca-central-1', 'aws-ca-central-1'],
    ['sa-east-1', 'aws-sa-east-1'],
    ['eu-west-1', 'eu-west'],
    ['eu-west-2', 'aws-eu-west-2'],
    ['eu-central-1', 'eu-central'],
    ['ap-south-1', 'ap-south'],
    ['ap-southeast-1', 'ap-southeast'],
    ['ap-southeast-2', 'aws-ap-southeast-2'],
    ['ap-northeast-1', 'ap-northeast'],
  ])('a database can be made in %s, and in %s, which is the same', async (name, slug) => {
    const make = (region: string) =>
      call('planetscale_create_database', { organization, name: `in-${region}`, region });
    const region = { slug, display_name: `AWS ${name}` };
    expect(await make(name)).toMatchObject({ region });
    expect((await make(slug)).region).toMatchObject(region);
  });

  test('a region that is not known is sent as it is given, and the API refuses it', async () => {
    const made = call('planetscale_create_database', { organization, name: 'nowhere', region: 'US-EAST-1' });
    await expect(made).rejects.toMatchObject({ code: 'api_error', status: 422, outcome: 'refused' });
  });

  test('an OAuth token works where no service token is set', async () => {
    const { PLANETSCALE_SERVICE_TOKEN: _, PLANETSCALE_SERVICE_TOKEN_ID: __, ...rest } = emulator.env;
    const env = { ...rest, PLANETSCALE_ACCESS_TOKEN: emulator.tokens.planetscaleAccess };
    const host = createHost({ catalog: await loadCatalog(), env });
    expect(await host.call('planetscale_get_current_user', {})).toHaveProperty('email');
  });
});

/** The vendor's own client, which knows nothing of this project. */
function official(): Redis {
  return new Redis({
    url: emulator.env['UPSTASH_REDIS_REST_URL']!,
    token: emulator.env['UPSTASH_REDIS_REST_TOKEN']!,
    automaticDeserialization: false,
  });
}

function secretsOf({ env, tokens }: Emulator): string[] {
  return [env['UPSTASH_REDIS_REST_TOKEN']!, env['UPSTASH_API_KEY']!, tokens.redisReadOnly];
}
