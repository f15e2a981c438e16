import { expect, test } from 'vitest';
import { credentials, testStore, vendor } from '../../testing/accounts/store.js';
import { operation } from '@kosmokrator/testing/operation';
import { replay, reply } from '@kosmokrator/testing/replay';
import type { Catalog } from '../catalog/catalog.js';
import { createHost } from '../host.js';
import { describeIntegration } from './account-integration.js';
import { accountNames, accountResolver } from './account-resolver.js';

const installed = {
  manifest: { name: 'test-vendor', functions: [{ name: 'get_thing' }, { name: 'set_thing' }] },
};
const catalog = {
  namedBy: () => [],
  functionNames: ['test_vendor_get_thing'],
  find: (name: string) =>
    name === 'test_vendor_get_thing'
      ? { integration: installed, function: { name: 'get_thing' } }
      : undefined,
  integration: () => installed,
  operation: async () => operation(),
  details: async () => vendor,
} as unknown as Catalog;

test('a host calls with a stored account, to the address that it was stored for', async () => {
  const store = testStore();
  await store.set(await describeIntegration(catalog, 'test-vendor'), 'work', credentials('canary-7f3a'));
  const { transport, requests } = replay(reply({ a: 1 }));
  const host = createHost({
    catalog,
    env: { KOSMO_HOME: '/nowhere' },
    transport,
    accounts: accountResolver(store),
  });
  expect(await host.call('test_vendor_get_thing', {}, { account: 'work' })).toEqual({ a: 1 });
  expect(requests).toMatchObject([
    { url: 'https://a.vendor.example/v1/things', headers: { authorization: 'Bearer canary-7f3a' } },
  ]);
});

test('describes an integration with its functions', async () => {
  expect(await describeIntegration(catalog, 'test-vendor')).toEqual({
    name: vendor.name,
    credentials: vendor.credentials,
    apis: vendor.apis,
    functions: ['get_thing', 'set_thing'],
  });
});

test.each([
  ['wrok', 'missing_credentials', 'test-vendor has no account "wrok"; did you mean "work"?'],
  ['no name', 'invalid_argument', 'account name "no name" must be'],
])('a host tells of the account %j, and sends nothing', async (account, code, message) => {
  const store = testStore();
  await store.set(vendor, 'work', credentials('canary-7f3a'));
  const { transport, requests } = replay();
  const host = createHost({
    catalog,
    env: { KOSMO_HOME: '/nowhere' },
    transport,
    accounts: accountResolver(store),
  });
  const call = host.call('test_vendor_get_thing', {}, { account });
  await expect(call).rejects.toMatchObject({
    code,
    integration: 'test-vendor',
    function: 'get_thing',
    account,
    outcome: 'not_sent',
    message: expect.stringContaining(message) as string,
  });
  expect(requests).toEqual([]);
});

test('tells scripts the names of the stored accounts', async () => {
  const store = testStore();
  await store.set(vendor, 'work', credentials('canary-7f3a'));
  await store.set({ ...vendor, name: 'another' }, 'home', credentials('canary-7f3a'));
  expect(await accountNames(store)('test-vendor')).toEqual(['work']);
});

test('without an account, the call names the variables', async () => {
  const { transport } = replay();
  const host = createHost({
    catalog,
    env: { KOSMO_HOME: '/nowhere' },
    transport,
    accounts: accountResolver(testStore()),
  });
  await expect(host.call('test_vendor_get_thing', {})).rejects.toMatchObject({
    code: 'missing_credentials',
    message: expect.stringContaining('set VENDOR_URL and VENDOR_TOKEN') as string,
  });
});

test.each([
  ['work', 'the account "work" has no token: run "kosmo configure test-vendor work" and give them, too'],
  [
    'default',
    'the account "default" has no url and token: set VENDOR_URL and VENDOR_TOKEN, or run "kosmo configure test-vendor"',
  ],
])(
  'of an account %s that lacks credentials it names the command that gives them',
  async (account, message) => {
    const store = testStore();
    await store.set(vendor, 'work', { url: 'https://a.vendor.example' });
    const { transport, requests } = replay();
    const settings = { catalog, env: { KOSMO_HOME: '/nowhere' }, transport };
    const host = createHost({ ...settings, accounts: accountResolver(store) });
    await expect(host.call('test_vendor_get_thing', {}, { account })).rejects.toMatchObject({
      code: 'missing_credentials',
      function: 'get_thing',
      account,
      outcome: 'not_sent',
      message,
    });
    expect(requests).toEqual([]);
  },
);
