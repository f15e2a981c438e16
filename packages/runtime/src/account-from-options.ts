import type { Account } from './account.js';
import type { Integration } from './operation.js';

/** What a generated client takes besides its credentials. */
export type AccountOptions = Omit<Account, 'credentials'>;

/** An account from the options of a generated client, where credentials are in camelCase: `redisUrl` is `redis_url`. */
export function accountFromOptions(
  { credentials }: Pick<Integration, 'credentials'>,
  options: AccountOptions,
): Account {
  const given = options as Readonly<Record<string, string | undefined>>;
  const named = Object.keys(credentials).map((name) => [name, given[camelCase(name)]]);
  return { ...options, credentials: Object.fromEntries(named) };
}

function camelCase(name: string): string {
  return name.replace(/_+(.?)/g, (_, next: string) => next.toUpperCase());
}
