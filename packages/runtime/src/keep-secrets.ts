import type { Account } from './account.js';
import type { IntegrationDetails } from './operation.js';
import { keepSecret } from './secret.js';

/** What a generated client takes besides its credentials. */
export type AccountOptions = Omit<Account, 'credentials'>;

/** The same account with its secrets wrapped, for whoever holds on to it. */
export function keepSecrets(
  { credentials }: Pick<IntegrationDetails, 'credentials'>,
  account: Account,
): Account {
  const kept = Object.entries(account.credentials).map(
    ([name, value]) => [name, keepSecret(credentials[name] ?? {}, value)] as const,
  );
  return { ...account, credentials: Object.fromEntries(kept) };
}
