import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeKeychain } from '../../testing/accounts/fake-keychain.js';
import { credentials, testStore, type TestStore, tokenOf, vendor } from '../../testing/accounts/store.js';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  return () => void vi.useRealTimers();
});

/** The same promise; time passes until it is settled. */
async function inTime<T>(promise: Promise<T>): Promise<T> {
  const now = { settled: false };
  const end = () => void (now.settled = true);
  promise.then(end, end);
  while (!now.settled) await vi.advanceTimersByTimeAsync(500);
  return promise;
}

const silence = /cannot be reached: it did not answer within 3 s/;

test('is waited for once: then accounts are encrypted, with the key in a file', async () => {
  const keychain = fakeKeychain();
  keychain.silent = true;
  const store = testStore({ keychain });
  await inTime(store.prepare());
  for (const name of ['work', 'home']) {
    const place = await store.set(vendor, name, credentials(name));
    expect(place).toMatchObject({ store: 'encrypted_file', keyFile: store.keyFile });
    expect(place.text).toContain('(no OS keychain: it did not answer within 3 s');
  }
  expect([await tokenOf(store, 'work'), await tokenOf(store, 'home')]).toEqual(['work', 'home']);
  expect(keychain.asked).toBe(1);
});

test('when it holds an account, that account is an error, and stays', async () => {
  const keychain = fakeKeychain();
  const store = testStore({ keychain });
  await store.set(vendor, 'work', credentials('first'));
  keychain.silent = true;
  const other = testStore({ folder: store.folder, keychain });
  const before = readFileSync(store.accountsFile, 'utf8');
  await expect(inTime(tokenOf(other))).rejects.toThrow(silence);
  await expect(other.checkFree(vendor, 'work', 'id')).rejects.toThrow(silence);
  await expect(other.remove(vendor, 'work')).rejects.toThrow(silence);
  expect(readFileSync(store.accountsFile, 'utf8')).toBe(before);
  keychain.silent = false;
  expect(await tokenOf(store)).toBe('first');
});

/** A store whose accounts are in the file, and whose key is in the keychain. */
async function storeWithKeyInKeychain() {
  const keychain = fakeKeychain();
  keychain.mostBytes = 60;
  const store = testStore({ keychain });
  await store.set(vendor, 'work', credentials('first'));
  expect(existsSync(store.keyFile)).toBe(false);
  return { keychain, store };
}

test('when it holds the key, nothing is stored with another key', async () => {
  const { keychain, store } = await storeWithKeyInKeychain();
  keychain.silent = true;
  const other = testStore({ folder: store.folder, keychain });
  const before = readFileSync(store.accountsFile, 'utf8');
  const problem = /^accounts: its key is in the OS keychain, which cannot be reached: it did not answer/;
  await expect(inTime(other.prepare())).rejects.toThrow(problem);
  await expect(other.set(vendor, 'home', credentials('second'))).rejects.toThrow(silence);
  expect(readFileSync(store.accountsFile, 'utf8')).toBe(before);
  expect(existsSync(store.keyFile)).toBe(false);
});

test('when it falls silent after prepare, what was prepared can be stored', async () => {
  const { keychain, store } = await storeWithKeyInKeychain();
  const other = testStore({ folder: store.folder, keychain });
  await other.prepare();
  keychain.silent = true;
  expect(await inTime(other.set(vendor, 'home', credentials('second')))).toMatchObject({
    store: 'encrypted_file',
  });
  keychain.silent = false;
  expect([await tokenOf(store), await tokenOf(store, 'home')]).toEqual(['first', 'second']);
});

test('an account that is replaced is opened before, and not again', async () => {
  const keychain = fakeKeychain();
  const store = testStore({ keychain });
  const connection = { renew: 'acme_create', id: 'a' };
  await store.set(vendor, 'work', credentials('first'), { connection });
  const other = testStore({ folder: store.folder, keychain });
  // As long as a file is not settled, nothing is remembered of it.
  await sleep(200);
  await other.checkFree(vendor, 'work', 'a');
  await other.prepare();
  keychain.silent = true;
  await inTime(other.set(vendor, 'work', credentials('second'), { connection }));
  expect(await tokenOf(other)).toBe('second');
});

test.each(['/dev/null', '/proc/self/nothing'])(
  'prepare throws where nothing can be stored: %s',
  async (folder) => {
    await expect(testStore({ folder }).prepare()).rejects.toMatchObject({ code: 'missing_credentials' });
  },
);

const changes = [
  ['stored', async (store: TestStore) => store.set(vendor, 'home', credentials('second'))],
  ['made ready', async (store: TestStore) => store.prepare()],
  ['removed from it', async (store: TestStore) => store.remove(vendor, 'work')],
] as const;

test.each(
  changes.flatMap(([what, change]) =>
    ([true, 'set', 'delete'] as const).map((silent) => [silent, what, change] as const),
  ),
)(
  'silent to %s: while an account is to be %s, it keeps no other process from the store',
  async (silent, _what, change) => {
    const keychain = fakeKeychain();
    const store = testStore({ keychain });
    await store.set(vendor, 'work', credentials('first'));
    keychain.silent = silent;
    const waiting = testStore({ folder: store.folder, keychain });
    const end: Promise<unknown> = change(waiting).then(String, String);
    await vi.waitUntil(() => keychain.unanswered > 0);
    // No time has passed for the first one, which still waits.
    await testStore({ folder: store.folder }).set(vendor, 'other', credentials('third'));
    await inTime(end);
    expect(await tokenOf(testStore({ folder: store.folder }), 'other')).toBe('third');
  },
);

test('the key that it holds is asked for before the store is locked', async () => {
  const { keychain, store } = await storeWithKeyInKeychain();
  const waiting = testStore({ folder: store.folder, keychain });
  const get = keychain.get.bind(keychain);
  const asked: string[] = [];
  keychain.get = async (item) => {
    asked.push(item);
    return item === 'probe' ? get(item) : new Promise(() => {});
  };
  const end = waiting.set(vendor, 'home', credentials('second')).catch(String);
  await vi.waitUntil(() => asked.length === 2);
  await testStore({ folder: store.folder, plain: true }).set(vendor, 'other', credentials('third'));
  expect(await inTime(end)).toMatch(silence);
});
