import { KosmoError } from '@kosmokrator/runtime';
import { quoteText } from '@kosmokrator/runtime/internal';
import type { AccountIntegration } from './account-integration.js';

const identifier = /^[a-z][a-z0-9_]{0,63}$/;

/** Throws `invalid_argument` for a name that no account can have. `default` is always one. */
export function checkAccountName(
  { name: integration, functions = [] }: AccountIntegration,
  name: string,
): void {
  const refuse = (rule: string): never => {
    throw new KosmoError({
      code: 'invalid_argument',
      message: `account name ${quoteText(name)} ${rule}`,
      integration,
      param: 'account',
    });
  };
  if (!identifier.test(name)) {
    refuse('must be 1 to 64 lower-case letters, digits or _, and begin with a letter');
  }
  const prefix = `${integration.replaceAll('-', '_')}_`;
  const taken = functions.find((fn) => fn === name || prefix + fn === name);
  if (taken !== undefined) refuse(`is the name of the function ${taken} of ${integration}; choose another`);
}
