import type { Account } from '../account.js';
import { fail } from '../error.js';
import type { IntegrationDetails } from '../operation.js';
import { didYouMean } from '../text/near-names.js';

/** What an account can have. The compiler holds this to the type. */
export const accountOptions: Readonly<Record<keyof Account, true>> = {
  name: true,
  credentials: true,
  baseUrls: true,
  allowLoopbackHttp: true,
  allowPrivateAddresses: true,
  transport: true,
  parseJson: true,
  policy: true,
  timeoutMs: true,
  maxRetries: true,
  retryBudget: true,
  connect: true,
  connection: true,
  check: true,
  clock: true,
};

/**
 * Throws `invalid_argument` for an option that there is not. Plain JavaScript would otherwise lose a credential or a limit
 * whose name is misspelled. The options of a client that are not its credentials become fields of its account.
 */
export function checkOptions(
  { name: integration, credentials }: Pick<IntegrationDetails, 'name' | 'credentials'>,
  account: Account,
): void {
  for (const option of Object.keys(account)) {
    if (Object.hasOwn(accountOptions, option)) continue;
    const options = [...Object.keys(credentials).map(optionName), ...Object.keys(accountOptions)];
    fail('invalid_argument', `"${option}" is not an option of ${integration}${didYouMean(option, options)}`, {
      param: option,
      integration,
    });
  }
}

/** `redis_url` → `redisUrl`. */
function optionName(credential: string): string {
  const [first = '', ...rest] = credential.split('_').filter(Boolean);
  return first + rest.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
}
