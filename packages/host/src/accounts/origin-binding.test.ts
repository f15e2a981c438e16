import { expect, test } from 'vitest';
import { fakeKeychain } from '../../testing/accounts/fake-keychain.js';
import { credentials, testStore, vendor } from '../../testing/accounts/store.js';
import type { Get } from '@kosmokrator/runtime';
import { reveal } from '@kosmokrator/runtime/internal';
import { basic, bearer } from '@kosmokrator/runtime/parts';
import { bindOrigins } from './bind-origins.js';

const api = (base: string) => ({
  api: { name: 'api', base_url: () => base, auth: (get: Get) => bearer(get('token')) },
});
const moved = { ...vendor, apis: api('https://elsewhere.example/v1') };
const fixed = { ...vendor, apis: api('https://api.vendor.example/v1') };

test('binds a credential to the APIs that use it', () => {
  const apis = {
    data: {
      name: 'data',
      base_url: (get: Get) => get('url') as string,
      auth: (get: Get) => bearer(get('token')),
    },
    admin: {
      name: 'admin',
      base_url: () => 'https://admin.vendor.example/v2',
      auth: (get: Get) => basic(get('email'), get('key')),
    },
  };
  const given = { url: 'https://a.vendor.example/v1', token: 't', email: 'e', key: 'k', note: 'n' };
  expect(bindOrigins({ apis }, given)).toEqual({
    url: 'https://a.vendor.example',
    token: 'https://a.vendor.example',
    email: 'https://admin.vendor.example',
    key: 'https://admin.vendor.example',
    note: 'https://a.vendor.example https://admin.vendor.example',
  });
  expect(bindOrigins({ apis }, { token: 't' }, { data: 'https://proxy.example:8443/x' })).toEqual({
    token: 'https://proxy.example:8443',
  });
});

test.each([
  ['an encrypted file', {}],
  ['a keychain', { keychain: fakeKeychain() }],
  ['plain text', { plain: true }],
])('from %s, credentials come back only for the origins they were stored for', async (_, options) => {
  const store = testStore(options);
  await store.set(fixed, 'work', { token: 'canary-7f3a' });
  const changedPath = { ...fixed, apis: api('https://api.vendor.example/v9') };
  expect(reveal((await store.resolve(changedPath, 'work')).credentials['token'])).toBe('canary-7f3a');
  await expect(store.resolve(moved, 'work')).rejects.toMatchObject({
    code: 'missing_credentials',
    integration: 'test-vendor',
    account: 'work',
    param: 'token',
    message:
      'account "work" of test-vendor: token was stored for https://api.vendor.example and would now be sent to ' +
      'https://elsewhere.example. Store the account again with the base URL that you want, ' +
      'or unset the variable that changes it.',
  });
});

test('an account keeps its base URLs, and storing again changes them', async () => {
  const store = testStore();
  const baseUrls = { api: 'https://proxy.example/v1' };
  await store.set(fixed, 'work', { token: 't' }, { baseUrls, allowPrivateAddresses: true });
  expect(await store.resolve(fixed, 'work')).toMatchObject({ baseUrls, allowPrivateAddresses: true });
  await store.set(fixed, 'work', { token: 't' });
  expect((await store.resolve(fixed, 'work')).baseUrls).toEqual({});
});

test('an API that comes to an integration later gets only the credentials that are its own', async () => {
  const store = testStore();
  await store.set(fixed, 'work', { token: 't', email: 'ada@example.com' });
  const more = (field: string) => ({
    ...fixed,
    apis: {
      ...fixed.apis,
      more: { name: 'more', base_url: () => 'https://more.example', auth: (get: Get) => bearer(get(field)) },
    },
  });
  await expect(store.resolve(more('token'), 'work')).rejects.toMatchObject({ param: 'token' });
  await expect(store.resolve(more('email'), 'work')).rejects.toMatchObject({ param: 'email' });
  await store.set(fixed, 'work', { token: 't' });
  expect(reveal((await store.resolve(more('email'), 'work')).credentials['token'])).toBe('t');
});

test('a variable cannot send a stored credential elsewhere', async () => {
  const store = testStore();
  await store.set(vendor, 'default', credentials('canary-7f3a'));
  const at = (url: string) =>
    testStore({ folder: store.folder, env: { KOSMO_TEST_VENDOR_API_BASE_URL: url } }).resolve(vendor);
  await expect(at('https://evil.example')).rejects.toThrow('would now be sent to https://evil.example');
  await expect(at('not a url')).rejects.toThrow('would now be sent to ?');
  expect((await at('https://a.vendor.example/v2')).baseUrls).toEqual({ api: 'https://a.vendor.example/v2' });
});

test.each([
  [{ api: 'http://a.vendor.example' }, 'api', 'the base URL of api must be https://'],
  [{ api: 'https://user:pass@a.example' }, 'api', 'the base URL of api must not hold a user name'],
  [{ apu: 'https://a.example' }, 'apu', 'test-vendor has no API "apu"; did you mean "api"?'],
])('base URLs %j are refused', async (baseUrls, param, message) => {
  const refused = testStore().set(fixed, 'work', { token: 't' }, { baseUrls });
  await expect(refused).rejects.toMatchObject({ code: 'invalid_argument', param });
  await expect(refused).rejects.toThrow(message);
});

test('loopback needs its variable', async () => {
  const baseUrls = { api: 'http://127.0.0.1:8080' };
  await expect(testStore().set(fixed, 'work', { token: 't' }, { baseUrls })).rejects.toThrow(
    'allowLoopbackHttp',
  );
  const store = testStore({ env: { KOSMO_ALLOW_LOOPBACK_HTTP: '1' } });
  await store.set(fixed, 'work', { token: 't' }, { baseUrls });
  expect(await store.resolve(fixed, 'work')).toMatchObject({ baseUrls, allowLoopbackHttp: true });
});
