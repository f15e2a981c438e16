import { accountFromEnv, type Environment } from '@kosmokrator/runtime';
import type { AccountIntegration } from './account-integration.js';
import { accountOutline } from './state/account-state.js';
import { withNames } from './store/account-problem.js';
import type { Vault } from './store/account-vault.js';
import { type AccountsFile, findStored, type StoredAccount, type StoreKind } from './store/accounts-file.js';

/** Where the credentials of an account come from. */
export interface AccountPlace {
  readonly store: 'environment' | StoreKind;
  /** One line for people. It names variables, files and why there is no keychain, and no value. */
  readonly text: string;
  /** The file that holds the account or, for the keychain, lists it. */
  readonly file?: string;
  /** The file with the key of an encrypted account; absent when the key is in the OS keychain. */
  readonly keyFile?: string;
}

/** The place of an account; undefined when it has no credentials anywhere. */
export async function findPlace(
  vault: Vault,
  integration: AccountIntegration,
  name: string,
): Promise<AccountPlace | undefined> {
  return withNames({ integration: integration.name, account: name }, async () => {
    const variables = givenVariables(integration, vault.env, name);
    if (variables.length > 0)
      return { store: 'environment', text: `in the environment: ${variables.join(', ')}` };
    const { file } = vault.files.read();
    const stored = findStored(file, integration.name, name);
    return file && stored && describePlace(vault, file, stored);
  });
}

/** The variables from which an account gets credentials. Only `default` gets any. */
export function givenVariables(integration: AccountIntegration, env: Environment, name: string): string[] {
  if (name !== 'default') return [];
  const { credentials } = accountOutline(accountFromEnv(integration, env));
  return credentials.map((field) => integration.credentials[field]!.env);
}

/** The place of an account that is stored. */
export async function describePlace(
  { files, access }: Vault,
  { key }: AccountsFile,
  { in: store }: StoredAccount,
): Promise<AccountPlace> {
  const { accountsFile: file } = files;
  if (store === 'plain_file') return { store, file, text: `not encrypted, in ${file}` };
  const { reason } = await access();
  const without = reason === undefined ? '' : ` (no OS keychain: ${reason})`;
  if (store === 'keychain') return { store, file, text: `in the OS keychain, listed in ${file}${without}` };
  if (key?.in === 'keychain') {
    return { store, file, text: `encrypted in ${file}, with its key in the OS keychain${without}` };
  }
  const { keyFile } = files;
  return { store, file, keyFile, text: `encrypted in ${file}, with its key in ${keyFile}${without}` };
}
