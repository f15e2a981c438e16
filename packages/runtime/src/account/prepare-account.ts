import type { Account } from '../account.js';
import type { PreparedAccount } from '../call.js';
import type { Operation } from '../operation.js';
import { secretForms } from '../text/redact.js';
import { resolveAccess } from './resolve-access.js';
import { reveal } from './reveal.js';

interface Entry extends PreparedAccount {
  readonly key: string;
}

// One for each operation: programs call as one account far more often than they change it.
const latest = new WeakMap<Operation, Entry>();

/** Accounts are compared by what they hold, since many callers make a new object for each call. */
export function prepareAccount(operation: Operation, account: Account): PreparedAccount {
  const values = Object.keys(operation.credentials).map((name) => reveal(account.credentials[name])?.trim());
  const key = JSON.stringify([values, account.baseUrls, account.allowLoopbackHttp]);
  const known = latest.get(operation);
  if (known?.key === key) return known;
  const credentials: Record<string, string> = {};
  const open: Record<string, string> = {};
  const secrets: string[] = [];
  for (const name in operation.credentials) {
    const value = values.shift();
    if (value) {
      credentials[name] = value;
      if (operation.credentials[name]!.type === 'secret') secrets.push(value);
      else open[name] = value;
    }
  }
  const prepared = {
    key,
    credentials,
    open,
    secrets: secretForms(secrets),
    access: new Map(
      operation.steps.map((step) => [step, resolveAccess(operation, account, credentials, step.api)]),
    ),
  };
  latest.set(operation, prepared);
  return prepared;
}
