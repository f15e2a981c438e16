import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  type AccountStore,
  type AccountStoreOptions,
  type DescribedIntegration,
  openAccountStore,
} from '../../src/accounts/index.js';
import { reveal } from '@kosmokrator/runtime/internal';
import { integration } from '@kosmokrator/testing/operation';

/** The integration of the other tests, with its functions. */
export const vendor: DescribedIntegration = { ...integration, functions: ['get_thing', 'set_thing'] };

/** Credentials whose secret part is `token`. */
export const credentials = (token: string) => ({ url: 'https://a.vendor.example/v1', token });

/** A folder for one test. */
export function temporaryFolder(under = tmpdir()): string {
  const folder = mkdtempSync(join(under, 'kosmo-accounts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** In memory where the system has such a folder: many writes are then not about how fast a disk confirms them. */
export function quickFolder(): string {
  return temporaryFolder(existsSync('/dev/shm') ? '/dev/shm' : undefined);
}

export interface TestStore extends AccountStore {
  readonly folder: string;
  readonly accountsFile: string;
  readonly keyFile: string;
}

/** A store in a folder of its own, without a keychain and with an empty environment. */
export function testStore(options: AccountStoreOptions = {}): TestStore {
  const folder = options.folder ?? temporaryFolder();
  const store = openAccountStore({ keychain: 'off', env: {}, ...options, folder });
  const file = (name: string) => join(folder, 'accounts', name);
  return { ...store, folder, accountsFile: file('accounts.json'), keyFile: file('accounts.key') };
}

/** The token of an account, as a call would get it. */
export async function tokenOf(store: AccountStore, name = 'work'): Promise<string | undefined> {
  return reveal((await store.resolve(vendor, name)).credentials['token']);
}
