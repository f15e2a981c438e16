import type { Account } from './account.js';
import { checkBaseUrl } from './base-url.js';
import type { ErrorDetails } from './error.js';
import { headerText } from './header-text.js';
import type { Api, Auth, Credential, Integration, Template } from './operation.js';
import { joinParts, type Lookup, templateNames } from './render-template.js';
import { reveal } from './secret.js';

/** Where one API is and what proves who is calling. */
export interface Access {
  /** Without a trailing slash. */
  readonly base: string;
  readonly origin: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

type Fail = (details: ErrorDetails) => Error;

/** The credentials that an account has, trimmed; empty ones count as absent. */
export function presentCredentials(integration: Integration, account: Account): Record<string, string> {
  const present: Record<string, string> = {};
  for (const name of Object.keys(integration.credentials)) {
    const value = reveal(account.credentials[name])?.trim();
    if (value) present[name] = value;
  }
  return present;
}

/**
 * Finds the base URL of an API and the first way to authenticate whose credentials are
 * all present. Throws `missing_credentials`, which names fields and variables only.
 */
export function resolveAccess(
  integration: Integration,
  apiName: string,
  account: Account,
  present: Readonly<Record<string, string>>,
  fail: Fail,
): Access {
  const api = integration.apis[apiName]!;
  const override = account.baseUrls?.[apiName]?.trim();
  const auth = chooseAuth(integration, api, override ? [] : templateNames(api.base_url), present, fail);
  const unusable = (subject: string, rule: string, param?: string): never => {
    throw fail({ code: 'missing_credentials', message: `${subject} ${rule}`, ...(param && { param }) });
  };
  const lookup: Lookup = (name) => {
    const credential = integration.credentials[name]!;
    const rule = brokenRule(credential, present[name]!, account);
    if (rule) unusable(`${name} (${credential.env})`, rule, name);
    return present[name];
  };
  const url = override || joinBaseUrl(api.base_url, integration, lookup, unusable);
  const { base, rule } = checkBaseUrl(url, { allowLoopbackHttp: account.allowLoopbackHttp });
  if (base === undefined) return unusable(`the base URL of ${apiName}`, rule);
  const { origin } = new URL(base);
  const access = { base, origin, headers: {}, query: {}, ...authenticate(auth, lookup) };
  if (!Object.values(access.headers).every((value) => headerText.test(value))) {
    return unusable('the credentials', 'must be plain ASCII to fit a header');
  }
  return access;
}

function chooseAuth(
  integration: Integration,
  api: Api,
  always: readonly string[],
  present: Readonly<Record<string, string>>,
  fail: Fail,
): Auth {
  const ways = (api.auth.length > 0 ? api.auth : [{ none: true as const }]).map((auth) => {
    const needs = [...new Set([...always, ...templateNames(auth)])];
    const missing = needs.filter((name) => !Object.hasOwn(present, name));
    return { auth, missing, share: missing.length / (needs.length || 1) };
  });
  const usable = ways.find(({ missing }) => missing.length === 0);
  if (usable) return usable.auth;
  const nearest = ways.toSorted((a, b) => a.share - b.share);
  const field = (name: string) => `${name} (${integration.credentials[name]?.env})`;
  const sets = nearest.map(({ missing }) => missing.map(field).join(' and '));
  throw fail({
    code: 'missing_credentials',
    message: `missing credentials: set ${sets.join(', or ')}`,
    param: nearest[0]!.missing[0]!,
  });
}

const kinds: Record<Credential['type'], RegExp> = {
  secret: /^[\x21-\x7e]+$/,
  url: /^[\x21-\x7e]+$/,
  string: /^[^\p{Cc}\p{Cs}]+$/u,
};

/** The rule that a credential's value breaks, in words that hold nothing of it. */
export function brokenRule(
  { type, hosts }: Credential,
  value: string,
  account: Pick<Account, 'allowLoopbackHttp'>,
): string | undefined {
  if (!kinds[type].test(value))
    return 'must not contain spaces, control characters or characters beyond ASCII';
  if (type !== 'url') return undefined;
  return checkBaseUrl(value, { hosts, allowLoopbackHttp: account.allowLoopbackHttp }).rule;
}

/** A string credential inside a base URL is one label or host name, so that it cannot move the rest of the URL. */
function joinBaseUrl(
  template: Template,
  { credentials }: Integration,
  lookup: Lookup,
  unusable: (subject: string, rule: string, param: string) => never,
): string {
  const part: Lookup = (name) => {
    const value = lookup(name) as string;
    if (credentials[name]!.type === 'url' || /^\w([\w.-]*\w)?$/.test(value)) return value;
    return unusable(name, 'must hold letters, digits, dots and hyphens only', name);
  };
  return joinParts(template, part, String)!;
}

function authenticate(auth: Auth, lookup: Lookup): Partial<Access> {
  const text = (template: Template) => joinParts(template, lookup, String)!;
  if ('bearer' in auth) return { headers: { authorization: `Bearer ${text(auth.bearer)}` } };
  if ('basic' in auth) {
    const pair = `${text(auth.basic.username)}:${text(auth.basic.password)}`;
    return { headers: { authorization: `Basic ${base64(pair)}` } };
  }
  if ('header' in auth) return { headers: { [auth.header.name.toLowerCase()]: text(auth.header.value) } };
  if ('query' in auth) return { query: { [auth.query.name]: text(auth.query.value) } };
  return {};
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
