import { readSync, writeSync } from 'node:fs';
import { openAccountStore } from '../../src/accounts/account-store.js';
import { reveal } from '@kosmokrator/runtime/internal';
import { integration } from '@kosmokrator/testing/operation';

// writer.mjs <folder> <prefix> <writes> <accounts> [wait]: writes account after account under umask 000 and, before it
// replaces one and at the end, checks that it still holds what was written last. Prints each number that is stored.
// With `wait`, it begins when something comes in.
const [folder = '', prefix = '', writes = '0', accounts = '1', wait] = process.argv.slice(2);
process.umask(0);
const store = openAccountStore({ folder, keychain: 'off', env: {} });
const vendor = { ...integration, functions: [] };
const names = Array.from({ length: Number(accounts) }, (_, index) => `${prefix}_${index}`);
const last = new Map<string, number>();

async function check(name: string): Promise<void> {
  const { credentials } = await store.resolve(vendor, name);
  if (reveal(credentials['token']) === `token-${last.get(name)}`) return;
  throw new Error(`${name} should hold ${last.get(name)}`);
}

if (wait && readSync(0, Buffer.alloc(1)) === 0) process.exit(1);

for (let number = 1; number <= Number(writes); number++) {
  const name = names[number % names.length]!;
  if (last.has(name)) await check(name);
  await store.set(vendor, name, { url: 'https://a.vendor.example/v1', token: `token-${number}` });
  last.set(name, number);
  writeSync(1, `${number}\n`);
}
for (const name of last.keys()) await check(name);
