import type { Account } from '../account.js';
import { fail } from '../error.js';

/** `check` of an account whose credentials may end. */
export function checkExpiry({ name, connection, clock }: Account): void {
  const { expires, renew } = connection ?? {};
  if (expires && Date.parse(expires) <= (clock?.date?.() ?? Date.now()))
    fail(
      'missing_credentials',
      `the account "${name}" expired at ${expires}; call ${renew} to get a new one`,
    );
}
