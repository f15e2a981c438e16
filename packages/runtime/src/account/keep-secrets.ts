import type { Account } from '../account.js';
import { fail } from '../error.js';
import type { IntegrationDetails } from '../operation.js';
import { checkOptions } from './check-options.js';
import { keepSecret } from './secret.js';

/** What a generated client takes besides its credentials. */
export type AccountOptions = Omit<Account, 'credentials'>;

/** Wraps the secrets of an account, for a client that keeps it. Throws `invalid_argument` for a value that is not an account, and for an option that there is not. */
export function keepSecrets(
  details: Pick<IntegrationDetails, 'name' | 'credentials'>,
  account: Account,
): Account {
  const { name: integration, credentials } = details;
  // Plain JavaScript may pass only the name of an account.
  if (!account?.credentials)
    fail(
      'invalid_argument',
      `an account of ${integration} must be an object with credentials; for a stored account, pass what openAccountStore().resolve(integration, name) gives`,
      { param: 'account', integration },
    );
  checkOptions(details, account);
  const kept = Object.entries(account.credentials).map(
    ([name, value]) => [name, keepSecret(credentials[name] ?? {}, value)] as const,
  );
  return { ...account, credentials: Object.fromEntries(kept) };
}
