import { Ajv } from 'ajv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { restCall } from '../../testing/rest-call.js';
import {
  databaseSchema,
  databaseStatsSchema,
  databaseWithSecretsSchema,
  memberSchema,
  teamSchema,
} from '../../testing/upstash-schemas.js';
import type { Emulator } from '../emulator.js';
import { startEmulator } from '../start-emulator.js';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ redis: 'memory' });
});
afterAll(() => emulator.close());

const ajv = new Ajv({ allErrors: true });
const errorsOf = (schema: object, value: unknown) => (ajv.validate(schema, value) ? [] : (ajv.errors ?? []));
const basic = (pair: string) => ({ authorization: `Basic ${Buffer.from(pair).toString('base64')}` });
const pair = () => `${emulator.env['UPSTASH_EMAIL']}:${emulator.env['UPSTASH_API_KEY']}`;
const call = (path: string, headers = basic(pair()), method = 'GET') =>
  restCall(emulator.env['KOSMO_UPSTASH_PLATFORM_BASE_URL'] ?? '', { path, headers, method });

test('lists both databases, with their secrets', async () => {
  const { status, json } = await call('/redis/databases');
  expect(status).toBe(200);
  expect(errorsOf({ type: 'array', items: databaseWithSecretsSchema }, json)).toEqual([]);
  const seeded = emulator.databases.map(({ id, name, token, readOnlyToken }) => ({
    database_id: id,
    database_name: name,
    rest_token: token,
    read_only_rest_token: readOnlyToken,
  }));
  expect(json).toMatchObject(seeded);
});

test('gives an endpoint as a whole host and as its first label, as the vendor does', async () => {
  const databases = (await call('/redis/databases')).json as { endpoint: string }[];
  const endpoints = databases.map(({ endpoint }) => endpoint);
  expect(endpoints.filter((endpoint) => /^[a-z0-9-]+$/.test(endpoint))).toHaveLength(1);
  expect(endpoints.filter((endpoint) => /^[a-z0-9-]+\.upstash\.io$/.test(endpoint))).toHaveLength(1);
});

test('describes one database, and hides its secrets when asked to', async () => {
  const id = emulator.databases[0]?.id ?? '';
  const shown = await call(`/redis/database/${id}`);
  expect(errorsOf(databaseWithSecretsSchema, shown.json)).toEqual([]);
  const hidden = await call(`/redis/database/${id}?credentials=hide`);
  expect(errorsOf(databaseSchema, hidden.json)).toEqual([]);
  expect(hidden.text).not.toContain(emulator.databases[0]?.token);
});

test('counts what a database is used for', async () => {
  const [first] = emulator.databases;
  const stats = async () => {
    const { json } = await call(`/redis/stats/${first!.id}`);
    expect(errorsOf(databaseStatsSchema, json)).toEqual([]);
    return json as Record<string, number> & { keyspace: { y: number }[] };
  };
  const before = await stats();
  expect([before['total_monthly_requests'], before.keyspace.at(-1)?.y]).toEqual([0, 0]);
  const command = { headers: { authorization: `Bearer ${first!.token}` }, method: 'POST' };
  await restCall(first!.url, { path: '/', ...command, body: '["SET","a","hello"]' });
  await restCall(first!.url, { path: '/', ...command, body: '["GET","a"]' });
  const after = await stats();
  expect([after['total_monthly_requests'], after.keyspace.at(-1)?.y]).toEqual([2, 1]);
  expect(after['current_storage']).toBeGreaterThan(0);
  const bytes = '["SET","a","hello"]{"result":"OK"}["GET","a"]{"result":"hello"}'.length;
  expect(after['total_monthly_bandwidth']).toBe(bytes);
  await emulator.reset();
  expect(await stats()).toMatchObject({ total_monthly_requests: 0, total_monthly_bandwidth: 0 });
});

test('shows teams and their members', async () => {
  const teams = (await call('/teams')).json as { team_id: string }[];
  expect(errorsOf({ type: 'array', minItems: 1, items: teamSchema }, teams)).toEqual([]);
  const members = (await call(`/teams/${teams[0]?.team_id}`)).json;
  expect(errorsOf({ type: 'array', minItems: 2, items: memberSchema }, members)).toEqual([]);
});

test.each([
  [404, '/redis/database/unknown', 'GET'],
  [404, '/redis/database/', 'GET'],
  [404, '/redis/stats/unknown', 'GET'],
  [404, '/teams/unknown', 'GET'],
  [404, '/user', 'GET'],
  [404, '/../v2/redis', 'GET'],
  [405, '/redis/databases', 'DELETE'],
  [405, '/teams', 'POST'],
])('answers %i to %s %s', async (status, path, method) => {
  const answer = await call(path, basic(pair()), method);
  expect([answer.status, answer.json]).toEqual([status, { error: expect.any(String) }]);
});

test('answers 401 without the right pair', async () => {
  const email = emulator.env['UPSTASH_EMAIL'] ?? '';
  const key = emulator.env['UPSTASH_API_KEY'] ?? '';
  const wrong = [
    {},
    basic(`${email}:x`),
    basic(`x:${key}`),
    basic(key),
    { authorization: `Bearer ${key}` },
    { authorization: 'Basic !' },
  ];
  for (const headers of wrong) {
    const { status, json } = await restCall(emulator.env['KOSMO_UPSTASH_PLATFORM_BASE_URL'] ?? '', {
      path: '/redis/databases',
      headers: headers as Record<string, string>,
    });
    expect([status, json]).toEqual([401, { error: 'Unauthorized' }]);
  }
});
