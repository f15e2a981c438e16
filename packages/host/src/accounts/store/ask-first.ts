import { findStored } from './accounts-file.js';
import type { AccountNames } from './account-contents.js';
import { hasSealed, type Vault } from './account-vault.js';
import { findKey } from './store-key.js';
import { askKeychain, type FindKeychain } from '../keychain/keychain.js';

/**
 * Asks the keychain what a change needs of it, before the store is locked. One that does not answer is known then, so that
 * no other process waits for this one to give up. What is wrong is told under the lock, where it is asked again.
 */
export async function askFirst({ files, plain, access, keys }: Vault): Promise<void> {
  if (plain) return;
  await tryWriting(access);
  const { file } = files.read();
  if (file && hasSealed(file)) await findKey(file, { keyFile: files.keyFile, access, keys }).catch(() => {});
}

/** Asks before an account is removed, which needs the keychain only where that holds the account. */
export async function askBeforeRemoval(
  { files, access }: Vault,
  { integration, account }: AccountNames,
): Promise<void> {
  if (findStored(files.read().file, integration, account)?.in === 'keychain') await tryWriting(access);
}

/** Stores an item and removes it, since a keychain that answers what it is asked may still hang when it is written to. */
async function tryWriting(access: FindKeychain): Promise<void> {
  await askKeychain(access, 'a probe', async (keychain) => {
    await keychain.set('probe', 'probe');
    await keychain.delete('probe');
  }).catch(() => {});
}
