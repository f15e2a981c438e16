import type { Account } from './account.js';
import type { Integration } from './operation.js';
import { secretForms } from './redact.js';
import { type Access, presentCredentials } from './resolve-credentials.js';
import { reveal } from './secret.js';

/** What an account comes to for one integration, whatever function is called. */
export interface PreparedAccount {
  /** Present credentials, trimmed. */
  readonly credentials: Readonly<Record<string, string>>;
  /** The same without the secret ones. */
  readonly openCredentials: Readonly<Record<string, string>>;
  /** Texts that no message may contain. */
  readonly secrets: readonly string[];
  /** By API name; calls add what they need. */
  readonly access: Record<string, Access>;
}

interface Entry {
  readonly settings: readonly unknown[];
  readonly prepared: PreparedAccount;
}

// One for each integration: programs call as one account far more often than they change it.
const latest = new WeakMap<Integration, Entry>();

/** Accounts are compared by what they hold, since many callers make a new object for each call. */
export function prepareAccount(integration: Integration, account: Account): PreparedAccount {
  const settings = accountSettings(integration, account);
  const known = latest.get(integration);
  if (known?.settings.every((value, index) => value === settings[index])) return known.prepared;
  const credentials = presentCredentials(integration, account);
  const isSecret = ([name]: [string, string]) => integration.credentials[name]!.type === 'secret';
  const all = Object.entries(credentials);
  const prepared = {
    credentials,
    openCredentials: Object.fromEntries(all.filter((one) => !isSecret(one))),
    secrets: secretForms(all.filter(isSecret).map(([, value]) => value)),
    access: {},
  };
  latest.set(integration, { settings, prepared });
  return prepared;
}

/** All that `resolveAccess` reads of an account. */
function accountSettings({ credentials, apis }: Integration, account: Account): unknown[] {
  const settings: unknown[] = [account.allowLoopbackHttp];
  for (const name in credentials) settings.push(reveal(account.credentials[name]));
  for (const name in apis) settings.push(account.baseUrls?.[name]);
  return settings;
}
