import { fail } from '../error.js';
import type { Auth, Get, Proof } from '../operation.js';
import { headerText } from './encode/header.js';

/** `Authorization: Bearer …`. The token is a secret, so that it has been checked. */
export function bearer(token: unknown): Proof {
  return { headers: { authorization: `Bearer ${token}` } };
}

/** `Authorization: Basic …`, of UTF-8. */
export function basic(username: unknown, password: unknown): Proof {
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return { headers: { authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` } };
}

/** A header of the vendor's own. */
export function authHeader(name: string, value: string | undefined): Proof {
  if (!headerText.test(value ?? ''))
    fail('missing_credentials', 'the credentials must be plain ASCII to fit a header');
  return { headers: { [name]: value ?? '' } };
}

/** A key in the query of every request. */
export function authQuery(name: string, value: unknown): Proof {
  const pair = `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`;
  const sign = (url: string) => {
    const signed = new URL(url);
    // A link to the next page may have one already.
    if (signed.searchParams.has(name)) signed.searchParams.delete(name);
    return `${signed.href}${signed.search ? '&' : '?'}${pair}`;
  };
  return { sign };
}

/** The first of several ways whose credentials are all present, else the one that lacks the smallest share of them. */
export function firstOf(...ways: readonly Auth[]): Auth {
  return (get, present, used) => {
    const lacking = (names: Iterable<string>) => [...names].filter((name) => !present[name]);
    const tried = ways.map((way) => {
      const names = new Set<string>();
      way((name) => (names.add(name), ''), present, used);
      const missing = lacking(names);
      return { way, missing, share: missing.length / names.size || 0 };
    });
    const sorted = tried.toSorted((a, b) => a.share - b.share);
    const [best] = sorted;
    const proof = best!.way(get, present, used);
    if (best!.share === 0) return proof;
    const sets = sorted.map(({ missing }) => lacking(used).concat(missing));
    const missing: Proof['missing'] = (show) =>
      [...new Set(sets.map((set) => set.map(show).join(' and ')))].join(', or ');
    return { ...proof, missing };
  };
}

/** A credential inside a base URL: one label or host name, so that it cannot move the rest of the URL. */
export function label(get: Get, name: string): string {
  const value = `${get(name) ?? ''}`;
  if (value && !/^\w([\w.-]*\w)?$/.test(value))
    fail('missing_credentials', `${name} must contain only letters, digits, dots and hyphens`, {
      param: name,
    });
  return value;
}
