import { type Account, accountFromEnv, KosmoError } from '@kosmokrator/runtime';
import { checkExpiry, keepSecret } from '@kosmokrator/runtime/internal';
import type { AccountContents } from './store/account-contents.js';
import type { AccountIntegration, DescribedIntegration } from './account-integration.js';
import { givenVariables } from './account-place.js';
import { missingAccount, withNames } from './store/account-problem.js';
import { fetchContents, type Vault } from './store/account-vault.js';
import { findStored, storedNames } from './store/accounts-file.js';
import { bindOrigins } from './bind-origins.js';
import { checkAccountName } from './check-account-name.js';
import { checkedContents, type NewAccount } from './set-account.js';

/** See `AccountStore.draft`. */
export function draftAccount(
  vault: Vault,
  integration: DescribedIntegration,
  name: string,
  given: NewAccount,
): Account {
  const contents = checkedContents(vault, integration, name, given);
  return accountOf(integration, name, contents, accountFromEnv(integration, vault.env, name));
}

/** See `AccountStore.resolve`. */
export async function resolveAccount(
  vault: Vault,
  integration: AccountIntegration,
  name: string,
): Promise<Account> {
  checkAccountName(integration, name);
  const names = { integration: integration.name, account: name };
  const fromEnv = accountFromEnv(integration, vault.env, name);
  if (name === 'default' && isComplete(vault, integration)) return fromEnv;
  return withNames(names, async () => {
    const { file, opened } = vault.files.read();
    const stored = findStored(file, integration.name, name);
    if (file && stored) {
      const contents = await fetchContents(vault, { file, opened }, names, stored);
      return accountOf(integration, name, contents, fromEnv);
    }
    // Without credentials, a call says which variables are missing.
    if (name === 'default') return fromEnv;
    throw missingAccount(names, [...new Set(['default', ...storedNames(file, integration.name)])]);
  });
}

/** A set of credentials comes from one source: a mixed one could send a token to another's address. */
function isComplete({ env }: Vault, integration: AccountIntegration): boolean {
  const needsNone = Object.keys(integration.credentials).length === 0;
  return needsNone || givenVariables(integration, env, 'default').length > 0;
}

function accountOf(
  integration: AccountIntegration,
  name: string,
  { settings, fields }: AccountContents,
  fromEnv: Account,
): Account {
  const known = Object.entries(fields).filter(([field]) => Object.hasOwn(integration.credentials, field));
  const values = Object.fromEntries(known.map(([field, { value }]) => [field, value]));
  // The environment speaks for `default` only.
  const overrides = name === 'default' ? present(fromEnv.baseUrls ?? {}) : {};
  const baseUrls = { ...settings.base_urls, ...overrides };
  const origins = bindOrigins(integration, values, baseUrls);
  for (const [field, { origin }] of known) checkOrigin(field, origin, origins[field]!);
  const allow = settings.allow_private_addresses && { allowPrivateAddresses: true };
  const kept = known.map(([field, { value }]) => [field, keepSecret(integration.credentials[field]!, value)]);
  const { connection } = settings;
  return {
    ...fromEnv,
    credentials: Object.fromEntries(kept),
    baseUrls,
    ...allow,
    ...(connection && { connection, check: checkExpiry }),
  };
}

function checkOrigin(field: string, stored: string, now: string): void {
  const bound = stored.split(' ');
  if (now === '' || now.split(' ').every((origin) => bound.includes(origin))) return;
  const message =
    `${field} was stored for ${stored || 'no address'} and would now be sent to ${now}. ` +
    'Store the account again with the base URL that you want, or unset the variable that changes it.';
  throw new KosmoError({ code: 'missing_credentials', message, param: field });
}

function present(texts: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const given = Object.entries(texts).filter((entry): entry is [string, string] => Boolean(entry[1]?.trim()));
  return Object.fromEntries(given);
}
