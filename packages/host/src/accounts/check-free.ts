import { accountFromEnv, KosmoError } from '@kosmokrator/runtime';
import { quoteText, reveal, showText } from '@kosmokrator/runtime/internal';
import type { AccountNames } from './store/account-contents.js';
import type { DescribedIntegration } from './account-integration.js';
import { givenVariables } from './account-place.js';
import { withNames } from './store/account-problem.js';
import { fetchContents, type Vault } from './store/account-vault.js';
import { findStored } from './store/accounts-file.js';
import { checkAccountName } from './check-account-name.js';
import type { StoreState } from './store/store-files.js';

/** See `AccountStore.checkFree`. */
export async function checkFree(
  vault: Vault,
  integration: DescribedIntegration,
  account: string,
  id: string | undefined,
): Promise<void> {
  checkAccountName(integration, account);
  checkUnused(vault, integration, account);
  const names = { integration: integration.name, account };
  await withNames(names, async () => refuseOther(vault, vault.files.read(), names, id));
}

/**
 * Credentials of the environment come first, so an account that is stored beside them would silently not count. The same
 * ones may be stored: they count when the variables are gone.
 */
export function checkUnused(
  { env }: Vault,
  integration: DescribedIntegration,
  name: string,
  credentials: Readonly<Record<string, string>> = {},
): void {
  const variables = givenVariables(integration, env, name);
  const given = accountFromEnv(integration, env).credentials;
  const isSame = (field: string) => (reveal(given[field])?.trim() ?? '') === (credentials[field] ?? '');
  if (variables.length === 0 || Object.keys(integration.credentials).every(isSame)) return;
  throw new KosmoError({
    code: 'invalid_argument',
    message:
      `account "default" of ${integration.name} comes from the environment (${variables.join(', ')}), which ` +
      'takes precedence over stored accounts. Unset the variables, or choose another name.',
    integration: integration.name,
    account: name,
    param: 'account',
  });
}

/** Throws `conflict` where another account has the name: one for something else, that has not expired. */
export async function refuseOther(
  vault: Vault,
  { file, opened }: StoreState,
  names: AccountNames,
  id: string | undefined,
): Promise<void> {
  const stored = findStored(file, names.integration, names.account);
  if (!file || !stored) return;
  const { settings } = await fetchContents(vault, { file, opened }, names, stored);
  const { connection } = settings;
  if (connection?.id !== undefined && connection.id === id) return;
  if (connection?.expires !== undefined && Date.parse(connection.expires) <= vault.now()) return;
  const { integration, account } = names;
  const what = connection?.id === undefined ? '' : `, for ${showText(connection.id, 64)}`;
  throw new KosmoError({
    code: 'conflict',
    message:
      `${integration} already has an account ${quoteText(account)}${what}. It was not replaced. Choose another name, ` +
      `or remove it with "kosmo accounts remove ${integration} ${account}".`,
    integration,
    account,
    param: 'account',
  });
}
