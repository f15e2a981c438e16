import { expect, test } from 'vitest';
import { account, integration, step } from '@kosmokrator/testing/operation';
import { replay, reply } from '@kosmokrator/testing/replay';
import type { IntegrationDetails, TransportReply } from '@kosmokrator/runtime';
import type { Catalog } from './catalog/catalog.js';
import { createHost } from './host.js';
import { createPolicy, type PolicyRule } from './policy/index.js';
import type { RawRequest } from './raw-request.js';

const { api } = step;
const details: IntegrationDetails = { ...(integration as IntegrationDetails), apis: { [api.name]: api } };
const env = { VENDOR_URL: String(account.credentials['url']), VENDOR_TOKEN: 'canary-token' };

function open(given: IntegrationDetails, rules: readonly PolicyRule[], ...replies: TransportReply[]) {
  const { transport, requests } = replay(...replies);
  const catalog = { namedBy: () => [], details: async () => given } as unknown as Catalog;
  const host = createHost({ catalog, env, transport, policy: createPolicy({ document: { rules } }) });
  return { requests, send: (request: RawRequest) => host.request('test-vendor', request) };
}

const allowed: PolicyRule = { effect: 'allow', integration: 'test-vendor', operation: 'write' };

test('a read is sent with the credentials of the account, below the base URL', async () => {
  const { send, requests } = open(details, [], reply({ a: 1 }, 200, { 'x-id': '7', 'set-cookie': 'a=b' }));
  const query = { q: 'a b&c', tag: ['x', 'y'] };
  expect(await send({ method: 'get', path: '/items/a%2Fb?n=1', query })).toEqual({
    status: 200,
    headers: { 'x-id': '7' },
    body: { a: 1 },
  });
  expect(requests).toEqual([
    {
      method: 'GET',
      url: `${env.VENDOR_URL}items/a%2Fb?n=1&q=a%20b%26c&tag=x&tag=y`,
      headers: { accept: 'application/json, */*;q=0.5', authorization: 'Bearer canary-token' },
    },
  ]);
});

test('a write is sent once, whatever happens to it', async () => {
  const { send, requests } = open(details, [allowed], reply({ error: 'busy' }, 503), reply({}));
  const sent = send({ method: 'POST', path: '/items', body: '{"a":1}' });
  await expect(sent).rejects.toMatchObject({ code: 'api_error', status: 503, outcome: 'unknown' });
  expect(requests).toMatchObject([
    { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json' } },
  ]);
});

test('a body that is no JSON is its text, and an empty one is null', async () => {
  const { send } = open(details, [], reply('# Hello'), reply(''));
  expect((await send({ method: 'GET', path: '/' })).body).toBe('# Hello');
  expect((await send({ method: 'HEAD', path: '/' })).body).toBeNull();
});

test('secrets in a reply are hidden', async () => {
  const { send } = open(details, [], reply({ echo: 'Bearer canary-token', password: 'p' }));
  expect((await send({ method: 'GET', path: '/' })).body).toEqual({
    echo: 'Bearer [redacted]',
    password: integration.redact.includes('password') ? '[redacted]' : 'p',
  });
});

test.each<[string, readonly PolicyRule[], RawRequest['method'], string | undefined]>([
  ['a write without a rule', [], 'DELETE', 'approval_required'],
  ['a rule on the integration', [{ effect: 'deny', integration: 'test-vendor' }], 'GET', 'policy_denied'],
  ['a rule on the account', [{ effect: 'deny', account: 'default' }], 'GET', 'policy_denied'],
  ['a rule on writes', [allowed, { effect: 'deny', operation: 'write' }], 'PUT', 'policy_denied'],
  ['a rule on writes, for a read', [{ effect: 'deny', operation: 'write' }], 'GET', undefined],
  ['a rule on a function', [allowed, { effect: 'deny', function: 'get_thing' }], 'POST', undefined],
])('the policy decides: %s', async (_, rules, method, code) => {
  const { send, requests } = open(details, rules, reply({}));
  const ended = await send({ method, path: '/things' }).then(
    () => undefined,
    (error: { code: string }) => error.code,
  );
  expect(ended).toBe(code);
  expect(requests).toHaveLength(code === undefined ? 1 : 0);
});

test('a call that needs approval says which rule allows exactly it', async () => {
  const { send } = open(details, []);
  const message = await send({ method: 'POST', path: '/things' }).catch((error: Error) => error.message);
  expect(message).toMatch(/^test-vendor POST \/things needs approval/);
  const rule = JSON.parse(/\{.*\}/.exec(message as string)![0]) as PolicyRule;
  expect(rule).toEqual({
    effect: 'allow',
    integration: 'test-vendor',
    account: 'default',
    operation: 'write',
  });
  const { send: again, requests } = open(details, [rule], reply({}));
  await again({ method: 'POST', path: '/things' });
  expect(requests).toHaveLength(1);
});

test('a query is told to whoever is asked, and never in an error', async () => {
  const asked: string[] = [];
  const { transport } = replay(reply({ error: 'no' }, 500));
  const catalog = { namedBy: () => [], details: async () => details } as unknown as Catalog;
  const policy = createPolicy({
    document: {},
    ask: async ({ text }) => asked.push(text) > 0,
  });
  const host = createHost({ catalog, env, transport, policy });
  const sent = host.request('test-vendor', { method: 'POST', path: '/things?code=once', body: '{}' });
  const error = await sent.catch((thrown: Error) => thrown);
  expect(error).toMatchObject({ code: 'api_error', function: 'POST /things' });
  expect(JSON.stringify(error)).not.toContain('once');
  expect(asked.join()).toContain('"path":"/things?code=once"');
});

test.each([
  [{ path: 'https://evil.test/x' }, 'path', 'without a host'],
  [{ path: '@evil.test' }, 'path', 'must begin with /'],
  [{ path: '/a/../../b' }, 'path', 'segment . or ..'],
  [{ path: '/a/%2E%2e/b' }, 'path', 'segment . or ..'],
  [{ path: '/a/..%2f..%2Fb' }, 'path', 'segment . or ..'],
  [{ path: '/a%5c..%5cb' }, 'path', 'segment . or ..'],
  [{ path: '/a/..;x/b' }, 'path', 'segment . or ..'],
  [{ path: '/a\\..\\b' }, 'path', 'backslashes'],
  [{ path: '/a b' }, 'path', '%20'],
  [{ path: '/a\r\nHost: evil' }, 'path', 'printable ASCII'],
  [{ path: '/ä' }, 'path', 'printable ASCII'],
  [{ path: '/a#b' }, 'path', '%23'],
  [{ method: 'TRACE' }, 'method', 'GET, HEAD, POST, PUT, PATCH, DELETE'],
  [{ api: 'mian' }, 'api', 'has no API "mian"'],
])('%j is refused before anything is sent', async (change, param, message) => {
  const { send, requests } = open(details, [allowed]);
  const sent = send({ method: 'GET', path: '/', ...change });
  await expect(sent).rejects.toMatchObject({
    code: 'invalid_argument',
    param,
    message: expect.stringContaining(message),
  });
  expect(requests).toEqual([]);
});

test('where there are several APIs, one has to be named', async () => {
  const both = { ...details, apis: { one: { ...api, name: 'one' }, two: { ...api, name: 'two' } } };
  await expect(open(both, []).send({ method: 'GET', path: '/' })).rejects.toMatchObject({
    message: 'test-vendor has 2 APIs: name one, such as test-vendor/one; its APIs are one, two',
  });
  const { send, requests } = open(both, [], reply({}));
  await send({ api: 'two', method: 'GET', path: '/x' });
  expect(requests).toHaveLength(1);
});
