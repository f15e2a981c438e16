import type { Account } from './account.js';
import type { Integration } from './operation.js';
import { keepSecret } from './secret.js';

/** What a generated client takes besides its credentials. */
export type AccountOptions = Omit<Account, 'credentials'>;

type Field = readonly [name: string, credential: Integration['credentials'][string]];

const fieldsOf = new WeakMap<Integration['credentials'], ReadonlyMap<string, Field>>();

/** An account from the options of a generated client, where credentials are in camelCase: `redisUrl` is `redis_url`. */
export function accountFromOptions(
  { credentials }: Pick<Integration, 'credentials'>,
  options: AccountOptions,
): Account {
  const fields = fieldsOf.get(credentials) ?? optionFields(credentials);
  const found: Record<string, Account['credentials'][string]> = {};
  const settings: Record<string, unknown> = {};
  for (const [option, value] of Object.entries(options)) {
    const field = fields.get(option);
    if (field) found[field[0]] = keepSecret(field[1], value as string | undefined);
    else settings[option] = value;
  }
  return Object.assign(settings, { credentials: found });
}

function optionFields(credentials: Integration['credentials']): ReadonlyMap<string, Field> {
  const fields = new Map(Object.entries(credentials).map((field) => [camelCase(field[0]), field]));
  fieldsOf.set(credentials, fields);
  return fields;
}

function camelCase(name: string): string {
  return name.replace(/_+(.?)/g, (_, next: string) => next.toUpperCase());
}
