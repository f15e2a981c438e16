import type { Account } from './account.js';
import type { Integration } from './operation.js';
import { keepSecret } from './secret.js';

/** What a generated client takes besides its credentials. */
export type AccountOptions = Omit<Account, 'credentials'>;

/** An account from the options of a generated client, where credentials are in camelCase: `redisUrl` is `redis_url`. */
export function accountFromOptions(
  { credentials }: Pick<Integration, 'credentials'>,
  options: AccountOptions,
): Account {
  const settings = { ...options } as Record<string, string | undefined>;
  const named = Object.entries(credentials).map(([name, credential]) => {
    const option = camelCase(name);
    const value = keepSecret(credential, settings[option]);
    // Only the wrapped value stays.
    delete settings[option];
    return [name, value];
  });
  return { ...(settings as AccountOptions), credentials: Object.fromEntries(named) };
}

function camelCase(name: string): string {
  return name.replace(/_+(.?)/g, (_, next: string) => next.toUpperCase());
}
