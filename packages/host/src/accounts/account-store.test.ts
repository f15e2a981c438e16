import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fakeKeychain } from '../../testing/accounts/fake-keychain.js';
import { credentials, temporaryFolder, testStore, tokenOf, vendor } from '../../testing/accounts/store.js';
import { Secret } from '@kosmokrator/runtime';
import { reveal } from '@kosmokrator/runtime/internal';
import type { DescribedIntegration } from './account-integration.js';

const token = 'canary-7f3a';

test('gives back what was stored, also to another program that opens the folder', async () => {
  const store = testStore();
  await store.set(vendor, 'work', { ...credentials(token), email: ' ada@example.com ' });
  const account = await testStore({ folder: store.folder }).resolve(vendor, 'work');
  expect(account).toMatchObject({ name: 'work', baseUrls: {} });
  expect(['url', 'email', 'token'].map((name) => reveal(account.credentials[name]))).toEqual([
    'https://a.vendor.example/v1',
    'ada@example.com',
    token,
  ]);
});

test('takes a wrapped secret, as one account gives it to another', async () => {
  const store = testStore();
  await store.set(vendor, 'work', { token: new Secret(token) });
  await store.set(vendor, 'copy', (await store.resolve(vendor, 'work')).credentials);
  expect(await tokenOf(store, 'copy')).toBe(token);
});

test('stores a full set: what is left out is gone', async () => {
  const store = testStore();
  await store.set(vendor, 'work', { ...credentials(token), email: 'ada@example.com' });
  await store.set(vendor, 'work', credentials('second'));
  const account = await store.resolve(vendor, 'work');
  expect([reveal(account.credentials['token']), account.credentials['email']]).toEqual(['second', undefined]);
});

test('without a keychain it encrypts, with the key in a file beside it, and says so', async () => {
  const store = testStore();
  const place = await store.set(vendor, 'work', credentials(token));
  expect(place).toEqual({
    store: 'encrypted_file',
    file: store.accountsFile,
    keyFile: store.keyFile,
    text: `encrypted in ${store.accountsFile}, with its key in ${store.keyFile} (no OS keychain: it is turned off)`,
  });
  expect(await store.where(vendor, 'work')).toEqual(place);
  expect(readFileSync(store.accountsFile, 'utf8')).not.toContain(token);
});

test('KOSMO_KEYCHAIN=off turns the keychain off', async () => {
  const folder = temporaryFolder();
  const env = { KOSMO_KEYCHAIN: 'off', KOSMO_HOME: folder };
  const { openAccountStore } = await import('./account-store.js');
  const place = await openAccountStore({ env }).set(vendor, 'work', credentials(token));
  expect(place).toMatchObject({ store: 'encrypted_file', file: `${folder}/accounts/accounts.json` });
  expect(place.text).toContain('it is turned off');
});

test('a keychain holds all of an account, and the file only names', async () => {
  const keychain = fakeKeychain();
  const store = testStore({ keychain });
  expect(await store.set(vendor, 'work', credentials(token))).toMatchObject({ store: 'keychain' });
  expect(await tokenOf(store)).toBe(token);
  expect([...keychain.items.keys()]).toEqual([expect.stringMatching(/^test-vendor\/work#[0-9a-f]{16}$/)]);
  expect(JSON.parse(readFileSync(store.accountsFile, 'utf8'))).toMatchObject({
    accounts: {
      'test-vendor': { work: { in: 'keychain', holds: { credentials: ['url', 'token'], base_urls: [] } } },
    },
  });
  expect(existsSync(store.keyFile)).toBe(false);
});

test('two folders do not share items of one keychain', async () => {
  const keychain = fakeKeychain();
  const [one, two] = [testStore({ keychain }), testStore({ keychain })];
  await one.set(vendor, 'work', credentials('one'));
  await two.set(vendor, 'work', credentials('two'));
  expect([await tokenOf(one), await tokenOf(two)]).toEqual(['one', 'two']);
});

test('what is too large for the keychain is encrypted, with the key in the keychain', async () => {
  const keychain = fakeKeychain();
  keychain.mostBytes = 60;
  const store = testStore({ keychain });
  const place = await store.set(vendor, 'work', credentials(token));
  expect(place.text).toBe(`encrypted in ${store.accountsFile}, with its key in the OS keychain`);
  expect(existsSync(store.keyFile)).toBe(false);
  expect(await tokenOf(testStore({ folder: store.folder, keychain }))).toBe(token);
  await expect(tokenOf(testStore({ folder: store.folder }))).rejects.toThrow(
    'account "work" of test-vendor: url and token cannot be opened: ' +
      'its key is in the OS keychain, which cannot be reached: it is turned off',
  );
});

test('a locked keychain is no reason to store as plain text, and is tried again later', async () => {
  const keychain = fakeKeychain();
  const store = testStore({ keychain });
  await store.set(vendor, 'work', credentials(token));
  keychain.locked = true;
  const other = testStore({ folder: store.folder, keychain });
  await expect(tokenOf(other)).rejects.toMatchObject({
    code: 'missing_credentials',
    message:
      'account "work" of test-vendor: it is in the OS keychain, which cannot be reached: the keychain is locked',
  });
  expect(await other.set(vendor, 'home', credentials('second'))).toMatchObject({ store: 'encrypted_file' });
  keychain.locked = false;
  expect([await tokenOf(other), await tokenOf(other, 'home')]).toEqual([token, 'second']);
});

test('an account is in one place: storing it elsewhere moves it', async () => {
  const keychain = fakeKeychain();
  const encrypted = testStore();
  const { folder } = encrypted;
  await encrypted.set(vendor, 'work', credentials('first'));
  await testStore({ folder, keychain }).set(vendor, 'work', credentials('second'));
  expect(readFileSync(encrypted.accountsFile, 'utf8')).not.toContain('sealed');
  await testStore({ folder, keychain, plain: true }).set(vendor, 'work', credentials('third'));
  expect(keychain.items.size).toBe(0);
  expect(await tokenOf(testStore({ folder, plain: true }))).toBe('third');
});

test('when the keychain cannot be reached, its old item is said to stay', async () => {
  const keychain = fakeKeychain();
  const store = testStore({ keychain });
  await store.set(vendor, 'work', credentials('first'));
  const place = await testStore({ folder: store.folder }).set(vendor, 'work', credentials('second'));
  expect(place.text).toMatch(/; its old item is still in the OS keychain, because it could not be removed$/);
  expect(await tokenOf(store)).toBe('second');
});

test('plain text is written and read only where that is asked for', async () => {
  const store = testStore({ plain: true });
  const place = await store.set(vendor, 'work', credentials(token));
  expect(place).toEqual({
    store: 'plain_file',
    file: store.accountsFile,
    text: `not encrypted, in ${store.accountsFile}`,
  });
  expect(readFileSync(store.accountsFile, 'utf8')).toContain(token);
  expect(await tokenOf(store)).toBe(token);
  await expect(tokenOf(testStore({ folder: store.folder }))).rejects.toThrow(
    /stored as plain text in .*, and plain text is read only with the option plain: true. Store the account again to encrypt it/,
  );
});

const env = { VENDOR_URL: 'https://b.vendor.example', VENDOR_TOKEN: 'from-the-environment' };

test('default comes from the environment when it holds any of it, as a whole', async () => {
  const store = testStore();
  await store.set(vendor, 'default', { ...credentials(token), email: 'ada@example.com' });
  expect(await tokenOf(store, 'default')).toBe(token);
  const other = testStore({ folder: store.folder, env });
  const { credentials: found } = await other.resolve(vendor);
  expect([found['url'], reveal(found['token']), found['email']]).toEqual([
    env.VENDOR_URL,
    env.VENDOR_TOKEN,
    undefined,
  ]);
  expect(await other.where(vendor, 'default')).toEqual({
    store: 'environment',
    text: 'in the environment: VENDOR_URL, VENDOR_TOKEN',
  });
});

test('a named account takes nothing from the environment but permissions', async () => {
  const store = testStore({ env: { ...env, KOSMO_TEST_VENDOR_API_BASE_URL: 'https://c.vendor.example' } });
  await store.set(vendor, 'work', credentials(token));
  const account = await store.resolve(vendor, 'work');
  expect([reveal(account.credentials['token']), account.baseUrls]).toEqual([token, {}]);
});

test('default is refused while the environment would go before it', async () => {
  await expect(testStore({ env }).set(vendor, 'default', credentials(token))).rejects.toMatchObject({
    code: 'invalid_argument',
    param: 'account',
    message: expect.stringContaining('comes from the environment (VENDOR_URL, VENDOR_TOKEN)') as string,
  });
});

test('default without credentials is an account, so that the call names what is missing', async () => {
  expect(await testStore().resolve(vendor)).toMatchObject({ name: 'default' });
});

test.each([
  ['Work', 'must be 1 to 64 lower-case letters'],
  ['', 'must be 1 to 64 lower-case letters'],
  ['my work', 'must be 1 to 64 lower-case letters'],
  ['1st', 'must be 1 to 64 lower-case letters'],
  ['__proto__', 'must be 1 to 64 lower-case letters'],
  ['default ', 'must be 1 to 64 lower-case letters'],
  ['Default', 'must be 1 to 64 lower-case letters'],
  ['a'.repeat(65), 'must be 1 to 64'],
  ['get_thing', 'is the name of the function get_thing of test-vendor'],
  ['test_vendor_set_thing', 'is the name of the function set_thing of test-vendor'],
])('the name %j is refused', async (name, rule) => {
  const store = testStore();
  const refused = { code: 'invalid_argument', param: 'account', integration: 'test-vendor' };
  const message = expect.stringContaining(rule) as string;
  await expect(store.set(vendor, name, credentials(token))).rejects.toMatchObject({ ...refused, message });
  await expect(store.resolve(vendor, name)).rejects.toMatchObject({ ...refused, message });
  expect(existsSync(store.accountsFile)).toBe(false);
});

test('names of object members are names like any other', async () => {
  const store = testStore();
  await expect(tokenOf(store, 'constructor')).rejects.toThrow('test-vendor has no account "constructor"');
  await store.set(vendor, 'constructor', credentials(token));
  expect(await tokenOf(store, 'constructor')).toBe(token);
});

test.each([
  [{ tokn: 'x' }, 'tokn', 'test-vendor has no credential "tokn"; did you mean "token"?'],
  [{ token: 'two words' }, 'token', 'token must be printable ASCII without spaces'],
  [{ token: 'line\r\nbreak' }, 'token', 'token must be printable ASCII without spaces'],
  [{ url: 'https://evil.example' }, 'url', 'url must be on *.vendor.example'],
  [{ url: 'http://a.vendor.example' }, 'url', 'url must be https://'],
  [{ token: ' ' }, 'url', 'no credentials of test-vendor were given; give at least one of url, email, token'],
])('credentials %j are refused', async (given, param, message) => {
  const store = testStore();
  const refused = store.set(vendor, 'work', given);
  await expect(refused).rejects.toMatchObject({ code: 'invalid_argument', param });
  await expect(refused).rejects.toThrow(message);
  expect(existsSync(store.accountsFile)).toBe(false);
});

test('a missing account names those that are there, the similar ones first', async () => {
  const store = testStore();
  for (const name of ['alpha', 'work', 'zulu']) await store.set(vendor, name, credentials(token));
  await expect(store.resolve(vendor, 'wrok')).rejects.toMatchObject({
    code: 'missing_credentials',
    integration: 'test-vendor',
    account: 'wrok',
    message:
      'test-vendor has no account "wrok"; did you mean "work"? Its accounts: work, default, alpha, zulu.',
  });
});

test('lists accounts without a key, default first', async () => {
  const store = testStore();
  expect(await store.list(vendor)).toEqual([{ integration: 'test-vendor', name: 'default', store: 'none' }]);
  const other: DescribedIntegration = { ...vendor, name: 'another' };
  await store.set(vendor, 'work', credentials(token));
  await testStore({ folder: store.folder, plain: true }).set(vendor, 'alpha', credentials(token));
  await store.set(other, 'default', credentials(token));
  const outline = { credentials: ['url', 'token'], base_urls: [] };
  const listed = [
    { integration: 'test-vendor', name: 'alpha', store: 'plain_file', outline },
    { integration: 'test-vendor', name: 'work', store: 'encrypted_file', outline },
  ];
  expect(await store.list()).toEqual([
    { integration: 'another', name: 'default', store: 'encrypted_file', outline },
    ...listed,
  ]);
  const withEnv = testStore({ folder: store.folder, env });
  expect(await withEnv.list(vendor)).toEqual([
    { integration: 'test-vendor', name: 'default', store: 'environment', outline },
    ...listed,
  ]);
});

test('a draft is what would be stored, and nothing is stored', async () => {
  const store = testStore();
  const account = store.draft(vendor, 'work', credentials(token), {
    baseUrls: { api: ' https://b.example ' },
  });
  expect(account).toMatchObject({ name: 'work', baseUrls: { api: 'https://b.example' } });
  expect(reveal(account.credentials['token'])).toBe(token);
  expect(JSON.stringify(account)).not.toContain(token);
  expect(existsSync(store.accountsFile)).toBe(false);
  expect(() => store.draft(vendor, 'set_thing', credentials(token))).toThrow('is the name of the function');
});

test('what the environment holds may be stored as default, and nothing else', async () => {
  const store = testStore({ env });
  const same = { url: env['VENDOR_URL'], token: env['VENDOR_TOKEN'] };
  await store.set(vendor, 'default', same);
  for (const other of [{ ...same, token: 'other' }, { url: same.url }, { ...same, email: 'ada' }])
    await expect(store.set(vendor, 'default', other)).rejects.toThrow(
      'comes from the environment (VENDOR_URL',
    );
  expect(await tokenOf(testStore({ folder: store.folder }), 'default')).toBe(env['VENDOR_TOKEN']);
});

test('removes what is stored, from the keychain too', async () => {
  const keychain = fakeKeychain();
  const store = testStore({ keychain });
  expect(await store.remove(vendor, 'work')).toBe(false);
  await store.set(vendor, 'work', credentials(token));
  await store.set(vendor, 'home', credentials('second'));
  keychain.locked = true;
  await expect(testStore({ folder: store.folder, keychain }).remove(vendor, 'work')).rejects.toThrow(
    'locked',
  );
  keychain.locked = false;
  expect(await store.remove(vendor, 'work')).toBe(true);
  expect([...keychain.items.keys()]).toEqual([expect.stringContaining('/home#')]);
  expect(await store.where(vendor, 'work')).toBeUndefined();
  expect(await tokenOf(store, 'home')).toBe('second');
});
