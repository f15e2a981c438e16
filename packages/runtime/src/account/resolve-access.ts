import type { Account } from '../account.js';
import type { Access } from '../call.js';
import { baseUrlRule } from './base-url.js';
import { fail } from '../error.js';
import type { Api, Credential, Operation, Proof } from '../operation.js';

/**
 * Finds the base URL of an API and makes the proof of who is calling. Throws
 * `missing_credentials`, which names fields and variables only.
 */
export function resolveAccess(
  operation: Operation,
  account: Account,
  credentials: Readonly<Record<string, string>>,
  api: Api,
): Access {
  const used = new Set<string>();
  const get = (name: string) => (used.add(name), credentials[name]);
  const override = account.baseUrls?.[api.name]?.trim();
  const text = override || api.base_url(get);
  const proof = api.auth(get, credentials, [...used]);
  const variable = (name: string) => operation.credentials[name]!.env;
  const missing = [...used].filter((name) => !credentials[name]);
  if (missing[0]) {
    const list: Proof['missing'] = proof.missing ?? ((show) => missing.map(show).join(' and '));
    const message = `the account "${account.name ?? 'default'}" lacks ${list(String)}: set ${list(variable)}`;
    fail('missing_credentials', message, { param: missing[0] });
  }
  for (const name of used) {
    const rule = brokenRule(operation.credentials[name]!, credentials[name]!, account);
    if (rule) fail('missing_credentials', `${name} (${variable(name)}) ${rule}`, { param: name });
  }
  const rule = override && baseUrlRule(override, account);
  if (rule) fail('missing_credentials', `the base URL of ${api.name} ${rule}`);
  const { href, origin } = new URL(text);
  return { ...proof, base: href.replace(/\/+$/, ''), origin };
}

/** The rule that a credential's value breaks, in words that hold nothing of it. */
export function brokenRule(
  { type, hosts }: Credential,
  value: string,
  { allowLoopbackHttp }: Pick<Account, 'allowLoopbackHttp'>,
): string | undefined {
  if (type !== 'string' && !/^[!-~]+$/.test(value)) return 'must be printable ASCII without spaces';
  return type === 'url' ? baseUrlRule(value, { hosts, allowLoopbackHttp }) : undefined;
}
