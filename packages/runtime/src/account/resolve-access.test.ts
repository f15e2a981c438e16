import { expect, test } from 'vitest';
import { account, integration, operation } from '../../testing/operation.js';
import { replay, reply } from '@kosmokrator/testing/replay';
import { execute } from '../call/execute.js';
import { accountFromEnv } from './account-from-env.js';
import type { Account, Api, Auth, Get, IntegrationDetails } from '../index.js';
import { authHeader, authQuery, basic, bearer, firstOf, label, query, text } from '../parts/index.js';
import { reveal } from './reveal.js';
import { Secret } from './secret.js';

const token: Auth = (get) => bearer(get('token'));
const pair: Auth = (get) => basic(get('email'), get('token'));

async function callWith(changes: Partial<Account>, api: Partial<Api> = {}, steps = {}) {
  const { transport, requests } = replay(reply({}));
  const vendor: IntegrationDetails = {
    ...integration,
    apis: { api: { ...integration.apis['api']!, ...api } },
  };
  await execute(operation({ integration: vendor }, steps), {}, { ...account, ...changes, transport });
  return requests[0]!;
}

const refusal = (changes: Partial<Account>, api?: Partial<Api>) =>
  callWith(changes, api).then(
    () => expect.fail('the call was made'),
    (error: unknown) => error as Error,
  );

const loopbackRule = 'must be https://, or http:// on loopback with allowLoopbackHttp';
const withUrl = (url: string) => ({ credentials: { ...account.credentials, url } });

test.each<[string, Auth, string, string]>([
  ['bearer', token, 'authorization', 'Bearer canary-token'],
  ['header', (get) => authHeader('x-key', text('k:', get('token'))), 'x-key', 'k:canary-token'],
  ['basic', pair, 'authorization', `Basic ${Buffer.from('ada@example.com:canary-token').toString('base64')}`],
])('sends %s', async (_, auth, header, value) => {
  expect((await callWith({}, { auth })).headers[header]).toBe(value);
});

test('a key in the query is added to it, and none adds nothing', async () => {
  const auth: Auth = (get) => authQuery('key', get('token'));
  const signed = await callWith({}, { auth }, { path: () => `/things${query({ a: 1 })}` });
  expect(signed.url).toBe('https://a.vendor.example/v1/things?a=1&key=canary-token');
  expect(Object.keys((await callWith({}, { auth: () => ({}) })).headers)).toEqual(['accept']);
});

test('basic takes names beyond ASCII', async () => {
  const auth = pair;
  const { headers } = await callWith({ credentials: { ...account.credentials, email: 'jürgen' } }, { auth });
  expect(Buffer.from(headers['authorization']!.slice(6), 'base64').toString()).toBe('jürgen:canary-token');
});

test('takes the first way whose credentials are all present, trimmed', async () => {
  const named: Auth = (get) => authHeader('a', text(get('email')));
  const auth: Auth = firstOf(named, token);
  const credentials = { url: account.credentials['url'], email: '  ', token: ' canary-token\n' };
  expect((await callWith({ credentials }, { auth })).headers).toEqual({
    accept: 'application/json',
    authorization: 'Bearer canary-token',
  });
});

test('says what is missing: field and variable, the most complete way first', async () => {
  const both: Auth = (get) => basic(get('email'), get('token'));
  const auth: Auth = firstOf(token, both);
  const error = await refusal({ credentials: { url: account.credentials['url'], email: 'ada' } }, { auth });
  expect(error).toMatchObject({
    code: 'missing_credentials',
    param: 'token',
    outcome: 'not_sent',
    attempts: 0,
  });
  expect(error.message).toBe('the account "default" lacks token: set VENDOR_TOKEN');
  const either = await refusal({ name: 'work', credentials: {} }, { auth: firstOf(token, both) });
  expect(either.message).toBe(
    'the account "work" lacks url and token, or url and email and token: ' +
      'set VENDOR_URL and VENDOR_TOKEN, or VENDOR_URL and VENDOR_EMAIL and VENDOR_TOKEN',
  );
  const bare = await refusal({ credentials: {} }, { auth: token });
  expect(bare.message).toBe('the account "default" lacks url and token: set VENDOR_URL and VENDOR_TOKEN');
});

test("a function needs only its own API's credentials", async () => {
  const apis = {
    ...integration.apis,
    other: { name: 'other', base_url: () => 'https://b.example', auth: () => ({}) },
  };
  const { transport, requests } = replay(reply({}));
  const fn = operation({ integration: { ...integration, apis } }, { api: apis.other });
  await execute(fn, {}, { credentials: {}, transport });
  expect(requests[0]!.url).toBe('https://b.example/things');
});

test.each([
  ['not a url', 'must be printable ASCII without spaces'],
  ['nothing', 'must be a URL'],
  ['http://a.vendor.example', loopbackRule],
  ['http://127.0.0.1:1', loopbackRule],
  ['https://u:p@a.vendor.example', 'must not hold a user name, password, query or fragment'],
  ['https://a.vendor.example?x=1', 'must not hold a user name, password, query or fragment'],
  ['https://a.vendor.example#', 'must not hold a user name, password, query or fragment'],
  ['https://vendor.example', 'must be on *.vendor.example'],
  ['https://evilvendor.example', 'must be on *.vendor.example'],
  ['https://.vendor.example', 'must be on *.vendor.example'],
  ['https://a.vendor.example.evil.example', 'must be on *.vendor.example'],
  ['https://evil.example/.vendor.example', 'must be on *.vendor.example'],
  ['https://127.0.0.1', 'must be on *.vendor.example'],
  ['ftp://a.vendor.example', loopbackRule],
])('refuses the url credential %s', async (url, rule) => {
  const error = await refusal(withUrl(url));
  expect(error).toMatchObject({ code: 'missing_credentials', param: 'url', outcome: 'not_sent' });
  expect(error.message).toBe(`url (VENDOR_URL) ${rule}`);
});

test.each([
  'http://127.0.0.1:8080',
  'http://127.9.9.9',
  'http://localhost:1/x',
  'http://[::1]:9',
  'https://localhost',
])('takes %s when loopback http is allowed', async (url) => {
  expect((await callWith({ ...withUrl(url), allowLoopbackHttp: true })).url).toBe(`${url}/things`);
});

test.each([
  'http://127.0.0.1.evil.example',
  'http://localhost.evil.example',
  'http://10.0.0.1',
  'http://[::2]',
])('never takes %s', async (url) => {
  const error = await refusal({ baseUrls: { api: url }, allowLoopbackHttp: true });
  expect(error.message).toBe(`the base URL of api ${loopbackRule}`);
});

test('another base URL replaces the one that the spec names, and its credential', async () => {
  const credentials = { token: 'canary-token' };
  const { url, headers } = await callWith({ credentials, baseUrls: { api: 'https://proxy.example/v/' } });
  expect([url, headers['authorization']]).toEqual(['https://proxy.example/v/things', 'Bearer canary-token']);
});

test.each(['canary token', 'canary\u0000token', 'canary\ntoken', 'canáry', '🙂'])(
  'refuses the secret %j',
  async (bad) => {
    const error = await refusal({ credentials: { ...account.credentials, token: bad } });
    expect(error).toMatchObject({ code: 'missing_credentials', param: 'token' });
    expect(JSON.stringify(error)).not.toContain('can');
  },
);

test('a text credential inside a base URL cannot move it', async () => {
  const api = { base_url: (get: Get) => `https://${label(get, 'email')}.vendor.example` };
  const region = (email: string) => ({ credentials: { ...account.credentials, email } });
  expect((await callWith(region('eu-1'), api)).url).toBe('https://eu-1.vendor.example/things');
  for (const bad of ['evil.example/', 'evil.example#', 'u@evil.example', 'evil.example?']) {
    expect((await refusal(region(bad), api)).message).toBe(
      'email must contain only letters, digits, dots and hyphens',
    );
  }
});

test('reads the default account from the environment', () => {
  const env = {
    VENDOR_TOKEN: 't',
    KOSMO_TEST_VENDOR_API_BASE_URL: 'http://localhost:1',
    KOSMO_ALLOW_LOOPBACK_HTTP: '1',
    KOSMO_ALLOW_PRIVATE_ADDRESSES: '0',
  };
  const found = accountFromEnv(integration, env);
  expect(reveal(found.credentials['token'])).toBe('t');
  expect(found).toEqual({
    name: 'default',
    credentials: { url: undefined, email: undefined, token: expect.any(Secret) },
    baseUrls: { api: 'http://localhost:1' },
    allowLoopbackHttp: true,
    allowPrivateAddresses: false,
  });
  expect(accountFromEnv(integration, {}).allowLoopbackHttp).toBe(false);
});
