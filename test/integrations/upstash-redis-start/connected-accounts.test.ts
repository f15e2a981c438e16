/** What becomes of the reply of start-redis: which replies are taken, where the token goes, and when nothing is sent. */
import { inspect } from 'node:util';
import { type Account, isKosmoError, type Transport } from '@kosmokrator/runtime';
import { accountResolver, describeIntegration } from '@kosmokrator/host/accounts';
import { describe, expect, test } from 'vitest';
import { findCanary } from '@kosmokrator/testing/find-canary';
import { replay, reply } from '@kosmokrator/testing/replay';
import { openStore } from './open-store.js';
import { type Made, page } from './reply.js';

const id = '3f0d9c1e-6a54-4b7c-9f21-8d5e2a7b4c60';
const other = '9b2e6f40-1c8d-4e0a-8a57-d1f3c6b0e912';
const token = 'gQAAcanary7f3a9Qq2LmZx8Tb4Wd6';
const create = 'upstash_redis_start_create_database';
const made: Made = { id, token };
const result = {
  database_id: id,
  endpoint: 'https://tidy-mole-30121.upstash.io',
  metrics_url: `https://upstash.com/start-redis/metrics/${id}`,
  expires: '2031-05-25',
  console_url: `https://upstash.com/start-redis/console/${id}`,
  account: 'scratch',
};
const markdown = { 'content-type': 'text/markdown' };
const respond = (...pages: string[]) => replay(...pages.map((text) => reply(text, 200, markdown)));
const open = (transport: Transport, now = Date.now) => openStore({}, { transport }, now);
const failure = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!isKosmoError(error)) throw new Error(`no error of a call: ${inspect(error)}`);
  return error;
};

const plain = page(made);
const lines = plain.split('\n');
const replies = {
  'as the vendor writes it': plain,
  'with its labels in another order': [
    ...lines.slice(0, 2),
    ...lines.slice(2, 7).toReversed(),
    ...lines.slice(7),
  ].join('\n'),
  'with a label before the console': plain.replace(
    /^https.*console.*$/m,
    `**Console:** ${result.console_url}`,
  ),
  'with a bare host as the endpoint': page({ ...made, endpoint: 'tidy-mole-30121.upstash.io' }),
  'with CRLF': plain.replaceAll('\n', '\r\n'),
  'without stars': plain.replaceAll('**', ''),
};

describe('a reply is taken', () => {
  test.each(Object.entries(replies))('%s', async (_, text) => {
    const { transport, requests } = respond(text);
    const { host, store, catalog } = open(transport);
    expect(await host.call(create, { id })).toEqual(result);
    expect(requests).toMatchObject([
      { method: 'POST', url: 'https://upstash.com/start-redis', headers: { 'idempotency-key': id } },
    ]);
    expect(requests[0]).not.toHaveProperty('body');
    for (const name of ['upstash', 'upstash-redis-start']) {
      const { credentials, connection } = await store.resolve(
        await describeIntegration(catalog, name),
        'scratch',
      );
      expect(credentials['redis_url']).toBe(result.endpoint);
      expect((credentials['redis_token'] as { reveal(): string }).reveal()).toBe(token);
      expect(connection).toEqual({ id, expires: '2031-05-26T00:00:00.000Z', renew: create });
    }
  });
});

const labels = {
  database_id: 'Database ID',
  endpoint: 'Endpoint',
  token: 'Token',
  metrics_url: 'Metrics',
  expires: 'Expires',
};
const without = Object.entries(labels).map(([field, label]): [string, string] => [
  field,
  lines.filter((line) => !line.startsWith(`**${label}`)).join('\n'),
]);

test.each([
  ...without,
  ['console_url', lines.filter((line) => !/^http.*console/.test(line)).join('\n')] as const,
])('a reply without %s is no database, and nothing is stored', async (field, text) => {
  const { transport } = respond(text);
  const { host, store } = open(transport);
  const error = await failure(host.call(create, { id }));
  expect(error).toMatchObject({ code: 'bad_response', outcome: 'done', attempts: 1 });
  expect(error.message).toContain(`the reply lacks ${field}`);
  expect(error.message).toContain(`create_database again with id = "${id}"`);
  expect(await store.list()).toEqual([]);
});

test.each([
  '3f0d9c1e-6a54-1b7c-9f21-8d5e2a7b4c60',
  '3f0d9c1e-6a54-4b7c-1f21-8d5e2a7b4c60',
  'x',
  `${id} `,
  `${id}\r\nA: b`,
])('the id %j is refused before any request', async (wrong) => {
  const { transport, requests } = respond();
  const { host } = open(transport);
  for (const fn of ['create_database', 'get_database', 'get_metrics']) {
    const call = host.call(`upstash_redis_start_${fn}`, { id: wrong });
    await expect(call).rejects.toMatchObject({ code: 'invalid_argument', param: 'id', attempts: 0 });
  }
  expect(requests).toHaveLength(0);
});

test('a call without a name makes a new account each time, and the result names it', async () => {
  const third = '5f1c2d3e-4b5a-4c6d-8e7f-0a1b2c3d4e5f';
  const { transport } = respond(
    plain,
    page({ ...made, id: other }),
    page({ ...made, id: third }),
    page({ ...made, id: other }),
  );
  const { host, store } = open(transport);
  const names = [];
  for (const args of [{}, { account: null }, { id: third }]) names.push(await host.call(create, args));
  expect(names).toMatchObject([
    { database_id: id, account: 'scratch' },
    { database_id: other, account: 'scratch_2' },
    { database_id: third, account: 'scratch_3' },
  ]);
  const stored = (await store.list()).map(({ integration, name }) => `${integration}/${name}`);
  expect(stored).toEqual(
    ['upstash', 'upstash-redis-start'].flatMap((of) =>
      ['scratch', 'scratch_2', 'scratch_3'].map((name) => `${of}/${name}`),
    ),
  );
});

test('what another call takes meanwhile is left to it, and the next name is used', async () => {
  let answer: (text: string) => void = () => {};
  const slow: Transport = {
    send: () => new Promise((done) => (answer = (text) => done(reply(text, 200, markdown)))),
  };
  const { host, store, catalog } = open(slow);
  const call = host.call(create, {});
  await expect.poll(() => answer.length).toBe(1);
  const connection = { id: other, renew: create };
  for (const name of ['upstash', 'upstash-redis-start']) {
    const credentials = { redis_url: result.endpoint, redis_token: 'mine-and-mine-alone' };
    await store.set(await describeIntegration(catalog, name), 'scratch', credentials, { connection });
  }
  answer(plain);
  expect(await call).toMatchObject({ database_id: id, account: 'scratch_2' });
  expect(await store.list()).toHaveLength(4);
});

test('a name that is given is not replaced, and nothing is sent; the same database may be fetched again', async () => {
  const { transport, requests } = respond(plain, plain);
  const { host, store } = open(transport);
  await host.call(create, { id });
  for (const args of [{ account: 'scratch' }, { id: other, account: 'scratch' }]) {
    const error = await failure(host.call(create, args));
    expect(error).toMatchObject({ code: 'conflict', outcome: 'not_sent', attempts: 0, param: 'account' });
    expect(error).toMatchObject({ integration: 'upstash-redis-start', function: 'create_database' });
    expect(error.message).toMatch(
      /already has an account "scratch", for 3f0d.*another name.*kosmo accounts remove upstash scratch/s,
    );
  }
  expect(requests).toHaveLength(1);
  expect(await host.call('upstash_redis_start_get_database', { id })).toEqual(result);
  expect((await store.list()).map(({ name }) => name)).toEqual(['scratch', 'scratch']);
});

test('an account that someone stored by hand is not replaced', async () => {
  const { transport, requests } = respond();
  const { host, store, catalog } = open(transport);
  const upstash = await describeIntegration(catalog, 'upstash');
  await store.set(upstash, 'scratch', { redis_url: result.endpoint, redis_token: 'mine-and-mine-alone' });
  const named = host.call(create, { account: 'scratch' });
  await expect(named).rejects.toMatchObject({ code: 'conflict', attempts: 0 });
  expect(requests).toHaveLength(0);
});

test('names that no account can have are refused before any request', async () => {
  const { transport, requests } = respond();
  const { host } = open(transport);
  for (const account of ['no name', 'Scratch', '', 'push_job', '../x']) {
    await expect(host.call(create, { account })).rejects.toMatchObject({
      code: 'invalid_argument',
      attempts: 0,
    });
  }
  expect(requests).toHaveLength(0);
});

test('where nothing keeps the account, nothing is sent', async () => {
  const { transport, requests } = respond();
  const { env, catalog } = open(transport);
  const { createHost, createPolicy } = await import('@kosmokrator/host');
  const host = createHost({ catalog, env, transport, policy: createPolicy({ yes: true }) });
  const error = await failure(host.call(create, {}));
  expect(error).toMatchObject({ code: 'invalid_argument', outcome: 'not_sent', attempts: 0 });
  expect(error.message).toContain('give the client a `connect` function');
  expect(requests).toHaveLength(0);
});

test('what cannot be stored says what was made, and how to get it again', async () => {
  const { transport } = respond(plain);
  const { env, catalog } = open(transport);
  const { createHost, createPolicy } = await import('@kosmokrator/host');
  const connect = { save: () => Promise.reject(new Error(`no space left for ${token}`)) };
  const host = createHost({ catalog, env, transport, connect, policy: createPolicy({ yes: true }) });
  const error = await failure(host.call(create, {}));
  expect(error).toMatchObject({ outcome: 'done', retryable: false, attempts: 1 });
  expect(error.message).toMatch(
    /could not be stored: no space left for \[redacted\]; .*create_database again with id = "[-0-9a-f]{36}"/,
  );
});

test('an expired account says so and how to get a new one, and sends nothing; then its name is free', async () => {
  const { transport, requests } = respond(plain, page({ id: other, token, expires: '2031-06-01' }));
  let now = Date.parse('2031-05-25T23:59:59Z');
  const { host, store, catalog, env } = open(transport, () => now);
  await host.call(create, { id });
  const { createHost, createPolicy } = await import('@kosmokrator/host');
  const resolve = accountResolver(store);
  const clock = { now: () => 0, sleep: async () => {}, random: () => 0, date: () => now };
  const accounts = async (...asked: Parameters<typeof resolve>): Promise<Account> => ({
    ...(await resolve(...asked)),
    clock,
  });
  const later = createHost({ catalog, env, transport, accounts, policy: createPolicy({ yes: true }) });
  const read = () => later.call('upstash_get_key', { key: 'a' }, { account: 'scratch' });
  // Still there: the call is sent, and the replay has no reply of Redis for it.
  await read().catch(() => {});
  const before = requests.length;
  now += 1000;
  const error = await failure(read());
  expect(error).toMatchObject({
    code: 'missing_credentials',
    account: 'scratch',
    outcome: 'not_sent',
    attempts: 0,
  });
  expect(error.message).toBe(
    `the account "scratch" expired at 2031-05-26T00:00:00.000Z; call ${create} to get a new one`,
  );
  expect(requests.length).toBe(before);
});

test('an expired name can be used again', async () => {
  const { transport } = respond(plain, page({ id: other, token, expires: '2031-06-01' }));
  let now = Date.parse('2031-05-25T12:00:00Z');
  const { host } = open(transport, () => now);
  await host.call(create, { id });
  const again = { id: other, account: 'scratch' };
  await expect(host.call(create, again)).rejects.toMatchObject({ code: 'conflict' });
  now += 86_400_000;
  expect(await host.call(create, again)).toMatchObject({ database_id: other });
});

test('the token is in no output, whatever the service answers', async () => {
  const leaky = [
    plain,
    ...without.map(([, text]) => text),
    ...Object.values(replies),
    JSON.stringify({ token }),
    `# ${token}`.slice(0, 2),
    plain.replace('2031-05-25', '2031-99-99'),
    plain.replace('https://tidy-mole-30121.upstash.io', 'https://evil.example'),
  ];
  let outputs = 0;
  const found: string[] = [];
  for (const text of leaky) {
    for (const status of [200, 500]) {
      const { transport } = replay(
        reply(text, status, markdown),
        reply(text, status, markdown),
        reply(text, status, markdown),
      );
      const { host } = open(transport);
      const value = await host.call(create, { id }).catch((error: unknown) => error);
      const shown = [inspect(value, { depth: 20, showHidden: true }), JSON.stringify(value), String(value)];
      for (const output of shown) found.push(...findCanary(output, token));
      outputs += shown.length;
    }
  }
  console.log(`token canary: ${found.length} appearances in ${outputs} outputs`);
  expect(found).toEqual([]);
}, 60_000);
