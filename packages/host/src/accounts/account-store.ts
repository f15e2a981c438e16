import type { Account, Environment, EnvironmentNames } from '@kosmokrator/runtime';
import type { AccountIntegration, DescribedIntegration } from './account-integration.js';
import { type AccountPlace, findPlace } from './account-place.js';
import type { Vault } from './store/account-vault.js';
import { checkFree, checkUnused } from './check-free.js';
import { storeFolder } from '../config-folder.js';
import { keychainFinder } from './keychain/find-keychain.js';
import type { Keychain } from './keychain/keychain.js';
import { listAccounts, type ListedAccount } from './list-accounts.js';
import { prepareStore } from './store/prepare-store.js';
import { removeAccount } from './remove-account.js';
import { draftAccount, resolveAccount } from './resolve-account.js';
import { type AccountSettings, setAccount } from './set-account.js';
import { openStoreFiles } from './store/store-files.js';

export interface AccountStoreOptions {
  /** The store is in `accounts` below it. Default: `KOSMO_ACCOUNTS`, else the folder of a person's settings. */
  readonly folder?: string;
  /** Default: `off` when `KOSMO_KEYCHAIN=off`, else `auto`: the system's, where it can be reached. */
  readonly keychain?: 'auto' | 'off' | Keychain;
  /** Store credentials as plain text, and read those that were stored as plain text. Default: false. */
  readonly plain?: boolean;
  /** Default: `process.env`. */
  readonly env?: Environment;
  /** For tests: milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * The accounts of a person. Credentials of `default` come from the environment when it holds any of them; all others
 * are in one place each: the OS keychain, else an encrypted file. Every method throws a `KosmoError` that names the
 * integration, the account and, where it is about one, the credential, and never holds a value.
 */
export interface AccountStore {
  /** The accounts of one integration, `default` first; or all that are stored, by integration and name. Asks no keychain. */
  list(integration?: EnvironmentNames): Promise<ListedAccount[]>;
  /**
   * An account, ready to call with. Its secrets are wrapped, so that nothing shows them. Throws
   * `missing_credentials` for a name that is not stored, for credentials that are altered or cannot be read, and for
   * ones that would go to another origin than they were stored for.
   */
  resolve(integration: AccountIntegration, name?: string): Promise<Account>;
  /** Stores all of an account anew. Throws `invalid_argument` for a name or value that no account can have. */
  set(
    integration: DescribedIntegration,
    name: string,
    credentials: Account['credentials'],
    settings?: AccountSettings,
  ): Promise<AccountPlace>;
  /**
   * The account as `set` would store it and `resolve` would then give it, for a call that shows whether its credentials are
   * right. Stores nothing. Throws as `set` does for what no account can have.
   */
  draft(
    integration: DescribedIntegration,
    name: string,
    credentials: Account['credentials'],
    settings?: AccountSettings,
  ): Account;
  /** Throws `invalid_argument` for `default` while the environment holds it. Asks no keychain. */
  checkUnused(integration: DescribedIntegration, name: string): void;
  /**
   * Throws `conflict` when the name is that of another account. The same one, by the id of its `connection`, may be stored
   * again, and one that has expired may be replaced.
   */
  checkFree(integration: DescribedIntegration, name: string, id: string | undefined): Promise<void>;
  /**
   * Makes sure that an account can be stored: asks the keychain, fetches the key and tries the disk, so that what comes
   * later only has to be written. For a call whose result exists once, before it is sent. Throws as `set` would.
   */
  prepare(): Promise<void>;
  /** Removes what is stored under a name; false when there is nothing. */
  remove(integration: AccountIntegration, name: string): Promise<boolean>;
  /** Where an account's credentials come from; undefined when it has none. */
  where(integration: AccountIntegration, name: string): Promise<AccountPlace | undefined>;
}

/** Nothing is read or made until the store is used. */
export function openAccountStore(options: AccountStoreOptions = {}): AccountStore {
  const { env = process.env, plain = false, now = Date.now } = options;
  const files = openStoreFiles(options.folder ?? storeFolder(env));
  const vault: Vault = {
    env,
    files,
    plain,
    now,
    access: keychainFinder(options.keychain, env),
    keys: new Map(),
  };
  return {
    list: async (integration) => listAccounts(vault, integration),
    resolve: async (integration, name = 'default') => resolveAccount(vault, integration, name),
    set: async (integration, name, credentials, settings = {}) =>
      setAccount(vault, integration, name, { credentials, ...settings }),
    draft: (integration, name, credentials, settings = {}) =>
      draftAccount(vault, integration, name, { credentials, ...settings }),
    checkUnused: (integration, name) => checkUnused(vault, integration, name),
    checkFree: async (integration, name, id) => checkFree(vault, integration, name, id),
    prepare: async () => prepareStore(vault),
    remove: async (integration, name) => removeAccount(vault, integration, name),
    where: async (integration, name) => findPlace(vault, integration, name),
  };
}
