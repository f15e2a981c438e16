import type { AccountIntegration } from './account-integration.js';
import { withNames } from './store/account-problem.js';
import { askBeforeRemoval } from './store/ask-first.js';
import { askKeychain } from './keychain/keychain.js';
import { itemName, type Vault } from './store/account-vault.js';
import { findStored, withStored } from './store/accounts-file.js';

/** See `AccountStore.remove`. Needs no key; an account whose credentials are altered can be removed. */
export async function removeAccount(
  vault: Vault,
  { name: integration }: AccountIntegration,
  account: string,
): Promise<boolean> {
  const { files, access } = vault;
  const names = { integration, account };
  return withNames(names, async () => {
    if (!findStored(files.read().file, integration, account)) return false;
    await askBeforeRemoval(vault, names);
    return files.write(async ({ file, replace }) => {
      const stored = findStored(file, integration, account);
      if (!file || !stored) return false;
      // First the item: what is interrupted in between is still listed, and can be removed again.
      if (stored.in === 'keychain') {
        await askKeychain(access, 'it', async (keychain) => keychain.delete(itemName(file, names)));
      }
      replace(withStored(file, integration, account, undefined));
      return true;
    });
  });
}
