import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { restCall } from '../../testing/rest-call.js';
import { postStart, provision, readDatabasePage, runCommand } from '../../testing/start-redis.js';
import type { Emulator } from '../emulator.js';
import { startEmulator } from '../start-emulator.js';

const created = Date.parse('2026-05-22T10:20:30.400Z');
const id = '0335da5b-d9a4-4177-a83a-e4441edc60ef';
let emulator: Emulator;
let url: string;

beforeAll(async () => {
  emulator = await startEmulator({ redis: 'memory', now: () => created });
  url = emulator.startRedis.url;
});
beforeEach(() => emulator.reset());
afterAll(() => emulator.close());

describe('POST', () => {
  test("answers in the lines of the vendor's reply", async () => {
    const { status, headers, text } = await postStart(url, id);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/markdown; charset=utf-8']);
    const { token, endpoint } = readDatabasePage(text);
    expect(token).toMatch(/^[\w-]{60}$/);
    expect(endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(text.split('\n').slice(1, 11)).toEqual([
      '',
      `**Database ID:** ${id}`,
      `**Endpoint:** ${endpoint}`,
      `**Token:** ${token}`,
      expect.stringMatching(
        /^\*\*Metrics:\*\* http:\/\/127\.0\.0\.1:\d+\/start-redis\/metrics\/0335\S+ \(JSON: .*\)$/,
      ),
      '**Expires:** 2026-05-25 (3 days from creation).',
      expect.any(String),
      expect.any(String),
      `${url}/console/${id}`,
      '',
    ]);
  });

  test('shows commands that work as they stand', async () => {
    const { text } = await postStart(url);
    const { endpoint, token } = readDatabasePage(text);
    const shown = [...text.matchAll(/^curl (\S+) \\\n  -H "(.*)" \\\n  -d '(.*)'$/gm)];
    const results = [];
    for (const [, address, header, body] of shown) {
      expect([address, header]).toEqual([endpoint, `Authorization: Bearer ${token}`]);
      results.push((await restCall(endpoint, { token, body })).json);
    }
    expect(results).toEqual([
      { result: 'OK' },
      { result: '{"step":3}' },
      { result: 1 },
      { result: ['{"role":"user","content":"hi"}'] },
      { result: 1 },
      { result: '{"task":"translate"}' },
      { result: 1 },
      { result: ['likes-tea'] },
    ]);
  });

  test('makes one database for a key, however often and in whatever case it is sent', async () => {
    const together = await Promise.all(Array.from({ length: 50 }, () => provision(url, id)));
    const later = await provision(url, id.toUpperCase());
    expect(new Set([...together, later].map((database) => JSON.stringify(database))).size).toBe(1);
    expect(later.id).toBe(id);
    expect(emulator.startRedis.minted).toBe(1);
  });

  test('picks a version 4 id when there is no key, by which the database is found again', async () => {
    const first = await provision(url);
    const second = await provision(url);
    expect(first.id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(first.id).not.toBe(second.id);
    expect(first.token).not.toBe(second.token);
    expect(await provision(url, first.id)).toEqual(first);
    expect(emulator.startRedis.minted).toBe(2);
  });

  test.each([
    ['version 1', 'c232ab00-9414-11ec-b3c8-9f6bdeced846'],
    ['version 7', '017f22e2-79b0-7cc3-98c4-dc0c0c07398f'],
    ['another variant', '0335da5b-d9a4-4177-183a-e4441edc60ef'],
    ['braces', '{0335da5b-d9a4-4177-a83a-e4441edc60ef}'],
    ['no dashes', '0335da5bd9a44177a83ae4441edc60ef'],
    ['two keys', `${id}, ${id}`],
    ['nothing', ''],
  ])('refuses a key that is %s', async (_, key) => {
    const { status, text } = await postStart(url, key);
    expect([status, emulator.startRedis.minted]).toEqual([400, 0]);
    expect(text).toContain('version 4 UUID');
  });

  test('ignores a body, and refuses an enormous one', async () => {
    const answer = (body: string) =>
      restCall(url, { path: '', body, headers: { accept: 'application/json' } });
    expect((await answer('{"anything":1}')).status).toBe(200);
    const { status, json } = await answer('x'.repeat(10 * 1024 * 1024 + 1));
    expect([status, json]).toEqual([413, expect.objectContaining({ code: 'body_too_large' })]);
  });
});

test('GET says how to get a database, and makes none', async () => {
  const { status, headers, text } = await restCall(url, { path: '' });
  expect([status, headers.get('content-type')]).toEqual([200, 'text/markdown; charset=utf-8']);
  expect(text).toContain(`  curl -X POST -H "Idempotency-Key: <uuidv4>" ${url}\n`);
  expect(emulator.startRedis.minted).toBe(0);
});

test('the console page knows its database, and claims nothing', async () => {
  const database = await provision(url, id);
  const { status, text } = await restCall(database.console, { path: '' });
  expect([status, text.includes(id), text.includes(database.token)]).toEqual([200, true, false]);
  expect(text).toContain('you cannot claim the database here');
});

describe('metrics', () => {
  const metrics = async (address: string) => (await restCall(address, { path: '' })).json;

  test("have the vendor's fields, counted", async () => {
    const database = await provision(url, id);
    const set = '["SET","k","abc"]';
    await restCall(database.endpoint, { token: database.token, body: set });
    const pipeline = '[["LPUSH","l","x","y"],["GET","k"]]';
    await restCall(database.endpoint, { path: '/pipeline', token: database.token, body: pipeline });
    await emulator.startRedis.advance(30_500);
    expect(await metrics(database.metrics)).toEqual({
      uptime_seconds: 30,
      expires_at: '2026-05-25T10:20:30Z',
      console_url: `${url}/console/${id}`,
      commands_total: 3,
      commands_per_sec_1m: 0.05,
      keys: 2,
      memory_bytes: 'kabc'.length + 'lxy'.length,
      bytes_in: set.length + pipeline.length,
      bytes_out: '{"result":"OK"}'.length + '[{"result":2},{"result":"abc"}]'.length,
    });
    await emulator.startRedis.advance(30_000);
    expect(await metrics(database.metrics)).toMatchObject({ commands_total: 3, commands_per_sec_1m: 0 });
  });

  test('do not count what never reached Redis', async () => {
    const database = await provision(url, id);
    await restCall(database.endpoint, { token: 'wrong', body: ['GET', 'k'] });
    await restCall(database.endpoint, { token: database.token, body: ['SUBSCRIBE', 'k'] });
    expect(await metrics(database.metrics)).toMatchObject({ commands_total: 0, keys: 0 });
  });

  test.each([
    ['unknown', randomUUID()],
    ['no id', 'x'],
    ['an encoded slash', '%2f'],
  ])('are not found for %s', async (_, name) => {
    expect((await restCall(url, { path: `/metrics/${name}` })).status).toBe(404);
  });
});

describe('refusals', () => {
  const refusal = (accept: string) =>
    restCall(url, { path: `/metrics/${id}`, headers: accept === '' ? {} : { accept } });

  test.each([
    ['', 'text/markdown'],
    ['*/*', 'text/markdown'],
    ['application/json', 'application/json'],
    ['text/html, application/json;q=0.9, */*;q=0.1', 'application/json'],
    ['text/plain', 'text/plain'],
    ['text/plain;q=0.5, text/markdown', 'text/markdown'],
    ['image/png', 'text/markdown'],
  ])('to a client that accepts %j come as %s', async (accept, type) => {
    const { status, headers } = await refusal(accept);
    expect([status, headers.get('content-type')?.split(';')[0]]).toEqual([404, type]);
  });

  test('say the same in every form', async () => {
    const { json } = await refusal('application/json');
    const { error, code, resolution } = json as Record<'error' | 'code' | 'resolution', string>;
    expect(Object.keys(json as object)).toEqual(['error', 'code', 'resolution']);
    expect((await refusal('text/plain')).text).toBe(`${error} ${resolution}\n`);
    const markdown = (await refusal('text/markdown')).text;
    expect(markdown).toBe(`# ${error}\n\n**Status:** 404\n**Code:** ${code}\n\n${resolution}\n`);
  });

  test('cover paths and methods', async () => {
    expect((await restCall(url, { path: '/nothing' })).status).toBe(404);
    const { status, headers } = await restCall(url, { path: '', method: 'DELETE' });
    expect([status, headers.get('allow')]).toEqual([405, 'POST, GET']);
  });
});

test('limits requests when it is told to, with the seconds to wait', async () => {
  let now = created;
  const limited = await startEmulator({ redis: 'memory', now: () => now, startRedisRequestsPerMinute: 2 });
  try {
    const post = () => postStart(limited.startRedis.url, id, { accept: 'application/json' });
    expect([(await post()).status, (await post()).status]).toEqual([200, 200]);
    now += 14_500;
    const { status, headers, json } = await post();
    expect([status, headers.get('retry-after')]).toEqual([429, '46']);
    expect(json).toMatchObject({ code: 'rate_limited' });
    expect((await restCall(limited.startRedis.url, { path: `/metrics/${id}` })).status).toBe(429);
    await limited.startRedis.advance(45_500);
    expect((await post()).status).toBe(200);
    expect(limited.startRedis.minted).toBe(1);
  } finally {
    await limited.close();
  }
});

test('reset forgets the databases, their counter and the time that was skipped', async () => {
  const before = await provision(url, id);
  await runCommand(before, 'SET', 'k', 'v');
  await emulator.startRedis.advance(86_400_000);
  await emulator.reset();
  expect([emulator.startRedis.minted, emulator.startRedis.live]).toEqual([0, 0]);
  await expect(fetch(before.endpoint)).rejects.toThrow('fetch failed');
  const after = await provision(url, id);
  expect(after.expires).toBe('2026-05-25');
  expect(after.token).not.toBe(before.token);
  expect(await runCommand(after, 'DBSIZE')).toBe(0);
});
