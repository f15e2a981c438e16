import { accountFromEnv, type Environment, type EnvironmentNames } from '@kosmokrator/runtime';
import { type AccountPlace, givenCredentials } from './account-place.js';
import { withNames } from './store/account-problem.js';
import type { Vault } from './store/account-vault.js';
import { type AccountOutline, findStored, outlineOf, storedNames } from './store/accounts-file.js';

export interface ListedAccount {
  readonly integration: string;
  readonly name: string;
  /** `none`: `default`, which is always a name, has no credentials yet. */
  readonly store: AccountPlace['store'] | 'none';
  /** What it consists of; absent where only its keychain knows. */
  readonly outline?: AccountOutline;
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
        const outline = outlineOf(account);
        const listed = { integration: of, name, store: account.in };
        return outline ? Object.assign(listed, { outline }) : listed;
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
  const credentials = givenCredentials(integration, env, 'default');
  if (credentials.length === 0) return undefined;
  const { baseUrls = {} } = accountFromEnv(integration, env);
  const urls = Object.keys(baseUrls).filter((api) => baseUrls[api]?.trim());
  const outline = { credentials, base_urls: urls };
  return { integration: integration.name, name: 'default', store: 'environment', outline };
}
