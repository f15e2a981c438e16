import type { Account } from './account.js';
import type { Api, Operation } from './operation.js';
import { secretForms } from './redact.js';
import { type Access, resolveAccess } from './resolve-access.js';
import { reveal } from './reveal.js';

/** What an account comes to for one operation. */
export interface PreparedAccount {
  /** Those that the operation may use and that are present, trimmed. */
  readonly credentials: Readonly<Record<string, string>>;
  /** The same without the secret ones: what expressions may read. */
  readonly open: Readonly<Record<string, string>>;
  /** Texts that no message may contain. */
  readonly secrets: readonly string[];
  readonly access: ReadonlyMap<Api, Access>;
}

interface Entry {
  readonly settings: readonly unknown[];
  readonly prepared: PreparedAccount;
}

// One for each operation: programs call as one account far more often than they change it.
const latest = new WeakMap<Operation, Entry>();

/** Accounts are compared by what they hold, since many callers make a new object for each call. */
export function prepareAccount(operation: Operation, account: Account): PreparedAccount {
  const names = Object.keys(operation.credentials);
  const apis = operation.steps.map(({ api }) => api);
  const values = names.map((name) => reveal(account.credentials[name]));
  const urls = apis.map(({ name }) => account.baseUrls?.[name]);
  const settings = [account.allowLoopbackHttp, ...values, ...urls];
  const known = latest.get(operation);
  if (known?.settings.every((value, index) => value === settings[index])) return known.prepared;
  const credentials: Record<string, string> = {};
  const open: Record<string, string> = {};
  const secrets: string[] = [];
  for (const [index, name] of names.entries()) {
    const value = values[index]?.trim();
    if (!value) continue;
    credentials[name] = value;
    if (operation.credentials[name]!.type === 'secret') secrets.push(value);
    else open[name] = value;
  }
  const access = new Map(apis.map((api) => [api, resolveAccess(operation, account, credentials, api)]));
  const prepared = { credentials, open, secrets: secretForms(secrets), access };
  latest.set(operation, { settings, prepared });
  return prepared;
}
