import type { AccountIntegration } from './account-integration.js';
import { type AccountPlace, givenVariables } from './account-place.js';
import { withNames } from './store/account-problem.js';
import type { Vault } from './store/account-vault.js';
import { findStored, storedNames } from './store/accounts-file.js';

export interface ListedAccount {
  readonly integration: string;
  readonly name: string;
  /** `none`: `default`, which is always a name, has no credentials yet. */
  readonly store: AccountPlace['store'] | 'none';
}

/** Needs no key and no keychain, so that nobody is asked for a password to see names. */
export async function listAccounts(
  { files, env }: Vault,
  integration: AccountIntegration | undefined,
): Promise<ListedAccount[]> {
  return withNames({ ...(integration && { integration: integration.name }) }, async () => {
    const { file } = files.read();
    const stored = (of: string) =>
      storedNames(file, of).map((name) => ({ integration: of, name, store: findStored(file, of, name)!.in }));
    if (!integration) {
      return Object.keys(file?.accounts ?? {})
        .toSorted()
        .flatMap(stored);
    }
    const own = stored(integration.name);
    const fallback = own.find(({ name }) => name === 'default')?.store ?? 'none';
    const store = givenVariables(integration, env, 'default').length > 0 ? 'environment' : fallback;
    const first: ListedAccount = { integration: integration.name, name: 'default', store };
    return [first, ...own.filter(({ name }) => name !== 'default')];
  });
}
