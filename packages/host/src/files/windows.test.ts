/** What is stored on Windows, which knows no owner and no mode, and cannot open a folder: with the platform injected. */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { openAccountStore } from '../accounts/index.js';
import { changePolicy, loadPolicy, withRule } from '../policy/index.js';
import { openTrustStore } from '../trust/trust-store.js';
import type { Catalog } from '../catalog/catalog.js';

const { platform, getuid } = process;
beforeEach(() => {
  Object.defineProperty(process, 'platform', { value: 'win32' });
  Object.defineProperty(process, 'getuid', { value: undefined, configurable: true, writable: true });
});
afterEach(() => {
  Object.defineProperty(process, 'platform', { value: platform });
  Object.defineProperty(process, 'getuid', { value: getuid, configurable: true, writable: true });
});

const shop = {
  name: 'shop',
  credentials: { token: { type: 'secret', env: 'SHOP_TOKEN' } },
  apis: {},
  functions: [],
} as const;

/** `%APPDATA%`, with the modes that Windows shows. */
function open() {
  const roaming = mkdtempSync(join(tmpdir(), 'roaming-'));
  chmodSync(roaming, 0o777);
  onTestFinished(() => rmSync(roaming, { recursive: true }));
  const folder = join(roaming, 'kosmokrator');
  return { folder, env: { APPDATA: roaming, KOSMO_KEYCHAIN: 'off' } };
}

test('accounts are kept below %APPDATA%, and read whatever their modes say', async () => {
  const { env, folder } = open();
  const store = openAccountStore({ env });
  await store.set(shop, 'work', { token: 'canary-token' });
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    chmodSync(join(folder, name), 0o777);
  expect(await openAccountStore({ env }).list()).toMatchObject([{ integration: 'shop', name: 'work' }]);
  const { credentials } = await openAccountStore({ env }).resolve(shop, 'work');
  expect(Object.keys(credentials)).toEqual(['token']);
  expect(await store.remove(shop, 'work')).toBe(true);
});

test('so is the policy', async () => {
  const { env, folder } = open();
  const catalog = { integrations: [], integration: () => undefined } as unknown as Catalog;
  await changePolicy((now) => withRule(now, { effect: 'deny', account: 'work' }), { env, catalog });
  const file = join(folder, 'policy.json');
  chmodSync(file, 0o666);
  expect(loadPolicy(env)).toMatchObject({ source: file, document: { rules: [{ account: 'work' }] } });
  writeFileSync(file, '\uFEFF{ "rules": [] }\r\n');
  expect(loadPolicy(env).document).toEqual({ rules: [] });
});

test('and the list of trusted folders', async () => {
  const { env, folder } = open();
  const packages = join(folder, '..', 'packages');
  const one = join(packages, 'shop');
  mkdirSync(one, { recursive: true });
  writeFileSync(join(one, 'manifest.json'), '{}');
  const store = openTrustStore(env);
  expect(await store.add(packages)).toHaveLength(1);
  expect(openTrustStore(env).list()).toMatchObject([{ problem: null }]);
});
