import { accountFromEnv, type Environment, type EnvironmentNames } from '@kosmokrator/runtime';
import type { AccountPlace } from './account-place.js';
import { accountOutline } from './state/account-state.js';
import { withNames } from './store/account-problem.js';
import type { Vault } from './store/account-vault.js';
import { type AccountOutline, findStored, outlineOf, storedNames } from './store/accounts-file.js';

export interface ListedAccount {
  readonly integration: string;
  readonly name: string;
  /** `none`: `default`, which is always a name, has no credentials yet. */
  readonly store: AccountPlace['store'] | 'none';
  /** What it consists of; absent where only its keychain knows. */
  readonly outline?: AccountOutline | undefined;
}

/** Needs no key and no keychain, so that nobody is asked for a password to see names. */
export async function listAccounts(
  { files, env }: Vault,
  integration: EnvironmentNames | undefined,
): Promise<ListedAccount[]> {
  return withNames({ ...(integration && { integration: integration.name }) }, async () => {
    const { file } = files.read();
    const stored = (of: string): ListedAccount[] =>
      storedNames(file, of).map((name) => {
        const account = findStored(file, of, name)!;
        return { integration: of, name, store: account.in, outline: outlineOf(account) };
      });
    if (!integration) {
      return Object.keys(file?.accounts ?? {})
        .toSorted()
        .flatMap(stored);
    }
    const own = stored(integration.name);
    const first = environmentAccount(integration, env) ??
      own.find(({ name }) => name === 'default') ?? {
        integration: integration.name,
        name: 'default',
        store: 'none',
      };
    return [first, ...own.filter(({ name }) => name !== 'default')];
  });
}

/** `default`, where variables hold any of its credentials. */
function environmentAccount(integration: EnvironmentNames, env: Environment): ListedAccount | undefined {
  const outline = accountOutline(accountFromEnv(integration, env));
  if (outline.credentials.length === 0) return undefined;
  return { integration: integration.name, name: 'default', store: 'environment', outline };
}
