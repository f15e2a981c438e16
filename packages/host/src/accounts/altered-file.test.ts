import { chmodSync, copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { fakeKeychain } from '../../testing/accounts/fake-keychain.js';
import {
  credentials,
  quickFolder,
  type TestStore,
  testStore,
  tokenOf,
  vendor,
} from '../../testing/accounts/store.js';
import { isKosmoError, type KosmoError } from '@kosmokrator/runtime';

const token = 'canary-7f3a';

interface Sealed {
  origin: string;
  nonce: string;
  sealed: string;
}
interface StoredFile {
  key: { sign: string };
  accounts: Record<string, Record<string, { settings: object; fields: Record<string, Sealed> }>>;
}

const textOf = (store: TestStore) => readFileSync(store.accountsFile, 'utf8');

/** Changes the file as another program would. */
function alter(store: TestStore, change: (accounts: StoredFile['accounts'][string]) => void): string {
  const file = JSON.parse(textOf(store)) as StoredFile;
  change(file.accounts['test-vendor']!);
  writeFileSync(store.accountsFile, JSON.stringify(file));
  return textOf(store);
}

/** The error names all, the file stays as it is, and the other accounts stay readable. */
async function expectAltered(store: TestStore, text: string, field: string, message: RegExp): Promise<void> {
  const refused = tokenOf(store);
  await expect(refused).rejects.toMatchObject({
    code: 'missing_credentials',
    integration: 'test-vendor',
    account: 'work',
    param: field,
  });
  await expect(refused).rejects.toThrow(message);
  await expect(refused).rejects.toThrow(`account "work" of test-vendor: `);
  expect(textOf(store)).toBe(text);
}

async function twoAccounts(): Promise<TestStore> {
  const store = testStore();
  await store.set(vendor, 'work', { ...credentials(token), email: 'ada@example.com' });
  await store.set(vendor, 'home', { ...credentials('second'), email: 'bob@example.com' });
  return store;
}

const cases: Record<string, (accounts: StoredFile['accounts'][string]) => void> = {
  'a credential of another account': ({ work, home }) => (work!.fields['token'] = home!.fields['token']!),
  'another credential of the account': ({ work }) => (work!.fields['token'] = work!.fields['email']!),
  'another origin': ({ work }) => (work!.fields['token']!.origin = 'https://evil.example'),
  'another base URL': ({ work }) => (work!.settings = { base_urls: { api: 'https://evil.example' } }),
  'permission for private addresses': ({ work }) => (work!.settings = { allow_private_addresses: true }),
  'a shorter value': ({ work }) =>
    (work!.fields['token']!.sealed = work!.fields['token']!.sealed.slice(0, -8)),
  'no value': ({ work }) => (work!.fields['token']!.sealed = ''),
  'a shorter nonce': ({ work }) => (work!.fields['token']!.nonce = work!.fields['token']!.nonce.slice(0, 8)),
  'a value that is no text': ({ work }) => (work!.fields['token'] = null as unknown as Sealed),
};

test.each(Object.entries(cases))('%s in its place is an error', async (what, change) => {
  const store = await twoAccounts();
  const text = alter(store, change);
  const field = what === 'another base URL' || what.startsWith('permission') ? 'url' : 'token';
  await expectAltered(
    store,
    text,
    field,
    new RegExp(`${field} cannot be read: it was changed or cut short, or encrypted for`),
  );
  expect(await tokenOf(store, 'home')).toBe('second');
});

/** Without the blanks between its parts, and without the id, by which only a keychain knows the file. */
const content = (bytes: Buffer) => ({ ...(JSON.parse(bytes.toString()) as object), id: '' });

test('every single changed bit is an error or changes nothing', { timeout: 120_000 }, async () => {
  const store = testStore({ folder: quickFolder() });
  await store.set(vendor, 'work', credentials(token));
  const bytes = readFileSync(store.accountsFile);
  const found = { error: 0, same: 0, other: 0 };
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = Buffer.from(bytes);
    changed[bit >> 3]! ^= 1 << (bit & 7);
    writeFileSync(store.accountsFile, changed);
    const outcome = await tokenOf(store).catch((error: KosmoError) => error);
    const isError = isKosmoError(outcome) && outcome.code === 'missing_credentials';
    const isSame = outcome === token && isDeepStrictEqual(content(changed), content(bytes));
    found[isError ? 'error' : isSame ? 'same' : 'other']++;
    expect(readFileSync(store.accountsFile).equals(changed)).toBe(true);
  }
  expect(found.other).toBe(0);
  expect(found.error).toBeGreaterThan(bytes.length * 7);
  console.log(
    `bit flips: ${bytes.length * 8}; errors: ${found.error}, no change in content: ${found.same}, other: 0`,
  );
});

test('a file cut short at any byte is an error, and is not written over', async () => {
  const store = testStore({ folder: quickFolder() });
  await store.set(vendor, 'work', credentials(token));
  const text = textOf(store);
  for (let length = 0; length < text.trimEnd().length; length++) {
    writeFileSync(store.accountsFile, text.slice(0, length));
    await expect(tokenOf(store)).rejects.toMatchObject({ code: 'missing_credentials', account: 'work' });
    await expect(store.list()).rejects.toThrow('is not JSON: it was changed or cut short. Restore it');
    await expect(store.set(vendor, 'home', credentials('second'))).rejects.toThrow('is not JSON');
    expect(textOf(store)).toBe(text.slice(0, length));
  }
  console.log(`cuts: ${text.trimEnd().length}, errors: ${text.trimEnd().length}`);
});

test('a file of another machine is an error, and is not written over', async () => {
  const [here, there] = [testStore(), testStore()];
  await here.set(vendor, 'home', credentials('second'));
  await there.set(vendor, 'work', credentials(token));
  copyFileSync(there.accountsFile, here.accountsFile);
  chmodSync(here.accountsFile, 0o600);
  const text = textOf(here);
  const other =
    /url and token cannot be opened: the file was encrypted with a different key from the one in .*key/;
  await expectAltered(here, text, 'url', other);
  await expect(here.set(vendor, 'home', credentials('third'))).rejects.toThrow('with a different key');
  expect(textOf(here)).toBe(text);
});

test('an account of another machine in an own file is an error', async () => {
  const store = await twoAccounts();
  const there = await twoAccounts();
  const foreign = (JSON.parse(textOf(there)) as StoredFile).accounts['test-vendor']!['work']!;
  const text = alter(store, (accounts) => (accounts['work'] = foreign));
  await expectAltered(
    store,
    text,
    'url',
    /url cannot be read: it was changed or cut short, or encrypted for another/,
  );
  expect(await tokenOf(store, 'home')).toBe('second');
});

test('a missing or altered key is an error, and no new one takes its place', async () => {
  const store = await twoAccounts();
  const text = textOf(store);
  const key = readFileSync(store.keyFile, 'utf8');
  writeFileSync(store.keyFile, key.slice(0, 20));
  await expectAltered(store, text, 'url', /the key in .* was changed/);
  rmSync(store.keyFile);
  await expectAltered(store, text, 'url', /its key is missing from .*\. Restore the key/);
  await expect(store.set(vendor, 'home', credentials('third'))).rejects.toThrow('its key is missing');
  expect(existsSync(store.keyFile)).toBe(false);
  writeFileSync(store.keyFile, key, { mode: 0o600 });
  expect(await tokenOf(store)).toBe(token);
});

test('an account that cannot be read can be stored again or removed, and keeps the others', async () => {
  const store = await twoAccounts();
  alter(store, cases['no value']!);
  await store.set(vendor, 'third', credentials('third'));
  await expect(tokenOf(store)).rejects.toThrow('token cannot be read');
  await store.set(vendor, 'work', credentials('again'));
  expect([await tokenOf(store), await tokenOf(store, 'home')]).toEqual(['again', 'second']);
  alter(store, cases['no value']!);
  expect(await store.remove(vendor, 'work')).toBe(true);
  expect((await store.list(vendor)).map(({ name }) => name)).toEqual(['default', 'home', 'third']);
});

test.each([
  ['[]', 'is not a JSON object'],
  ['{}', 'has a version that this program cannot read; it reads version 1'],
  ['{"kosmokrator_accounts":2}', 'has a version that this program cannot read; it reads version 1'],
  ['{"kosmokrator_accounts":1,"id":"a","accounts":{"test-vendor":{"work":{"in":"cloud"}}}}', 'is malformed'],
])('a file %s is an error', async (text, message) => {
  const store = await twoAccounts();
  writeFileSync(store.accountsFile, text);
  await expect(tokenOf(store)).rejects.toThrow(message);
  await expect(store.remove(vendor, 'work')).rejects.toThrow(message);
  expect(textOf(store)).toBe(text);
});

test('an altered item in the keychain is an error, one of another account too', async () => {
  const keychain = fakeKeychain();
  const store = testStore({ keychain });
  await store.set(vendor, 'work', credentials(token));
  await store.set(vendor, 'home', credentials('second'));
  const [work, home] = [...keychain.items.keys()] as [string, string];
  const good = keychain.items.get(work)!;
  for (const bad of [keychain.items.get(home)!, good.slice(0, -1), good.replace('"value"', '"v"'), '']) {
    keychain.items.set(work, bad);
    await expect(tokenOf(testStore({ folder: store.folder, keychain }))).rejects.toMatchObject({
      code: 'missing_credentials',
      integration: 'test-vendor',
      account: 'work',
    });
    expect(keychain.items.get(work)).toBe(bad);
  }
  keychain.items.delete(work);
  await expect(tokenOf(testStore({ folder: store.folder, keychain }))).rejects.toThrow(
    'its item is missing from the OS keychain. Store the account again.',
  );
});
