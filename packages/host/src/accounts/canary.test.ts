import { readFileSync, writeFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { fakeKeychain } from '../../testing/accounts/fake-keychain.js';
import { testStore, tokenOf, vendor } from '../../testing/accounts/store.js';
import type { AccountStoreOptions } from './account-store.js';

const canary = 'canary-7f3a-do-not-show';
const forms = [
  canary,
  encodeURIComponent(canary),
  Buffer.from(canary).toString('base64'),
  Buffer.from(canary).toString('hex'),
];

/** Every way in which a program may show a value. */
function shown(value: unknown): string {
  const all = { depth: Infinity, showHidden: true, getters: true, showProxy: true };
  const parts = [inspect(value, all), inspect(value), String(value), JSON.stringify(value) ?? ''];
  if (value instanceof Error) parts.push(value.message, value.stack ?? '', inspect(value.cause, all));
  return parts.join('\n');
}

async function outcome(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    return error;
  }
}

test('a secret shows in nothing that the store returns or throws', async () => {
  const outputs: unknown[] = [];
  const say = async (work: () => Promise<unknown>) => outputs.push(await outcome(work));
  const given = { url: 'https://a.vendor.example', token: canary };
  const careless = fakeKeychain();
  careless.mostBytes = 10;
  const kinds: AccountStoreOptions[] = [
    {},
    { plain: true },
    { keychain: fakeKeychain() },
    { keychain: careless },
  ];
  for (const options of kinds) {
    const store = testStore(options);
    const again = () => testStore({ ...options, folder: store.folder });
    outputs.push(store);
    await say(async () => store.set(vendor, 'work', given));
    await say(async () => store.resolve(vendor, 'work'));
    await say(async () => store.resolve(vendor, 'wrok'));
    await say(async () => store.list(vendor));
    await say(async () => store.where(vendor, 'work'));
    for (const token of [`${canary} `, `${canary}\r\n${canary}`, `${canary} é`])
      await say(async () => store.set(vendor, 'work', { ...given, token }));
    await say(async () => store.set(vendor, 'get_thing', given));
    await say(async () => store.set(vendor, 'work', { url: `https://${canary}@a.vendor.example` }));
    await say(async () => store.set(vendor, 'work', { url: `not a url ${canary}` }));
    await say(async () =>
      store.set(vendor, 'work', given, { baseUrls: { api: `https://a.example/?${canary}` } }),
    );
    const elsewhere = {
      ...vendor,
      apis: { api: { ...vendor.apis['api']!, base_url: () => 'https://other.example' } },
    };
    await say(async () => store.resolve(elsewhere, 'work'));
    const text = readFileSync(store.accountsFile, 'utf8');
    for (const bad of [
      text.slice(0, -20),
      text.replaceAll('"in"', canary),
      text.replaceAll('token', 'tokem'),
    ]) {
      writeFileSync(store.accountsFile, bad);
      await say(async () => again().resolve(vendor, 'work'));
      await say(async () => again().set(vendor, 'work', given));
      await say(async () => again().list());
      writeFileSync(store.accountsFile, text);
    }
    await say(async () => again().remove(vendor, 'work'));
  }
  const env = { VENDOR_TOKEN: canary, VENDOR_URL: 'https://a.vendor.example' };
  const fromEnv = testStore({ env });
  for (const work of ['resolve', 'where', 'list'] as const)
    await say(async () => fromEnv[work](vendor, 'default'));
  await say(async () => fromEnv.set(vendor, 'default', given));

  const text = outputs.map(shown).join('\n');
  const hits = forms.filter((form) => text.includes(form));
  expect(hits).toEqual([]);
  expect(outputs.filter((output) => output instanceof Error).length).toBeGreaterThan(40);
  expect(await tokenOf(fromEnv, 'default')).toBe(canary);
  console.log(`canary: ${outputs.length} outputs, ${text.length} characters, 0 hits`);
});

test('a secret that is shown would be found', async () => {
  const store = testStore();
  await store.set(vendor, 'work', { token: canary });
  const token = await tokenOf(store);
  expect(shown({ token })).toContain(canary);
  expect(shown(new Error('x', { cause: { token } }))).toContain(canary);
});
