import type { Api } from '@kosmokrator/runtime';
import type { AccountIntegration } from './account-integration.js';

type Texts = Readonly<Record<string, string | undefined>>;

/**
 * For each credential, the origins that it may be sent to: those of the APIs that use it, or of all where none
 * names it. Sorted, separated by spaces; empty when no base URL is known.
 */
export function bindOrigins(
  { apis }: Pick<AccountIntegration, 'apis'>,
  credentials: Texts,
  baseUrls: Texts = {},
): Record<string, string> {
  const uses = Object.entries(apis).map(([name, api]) => ({
    names: credentialNames(api),
    origin: originOf(baseUrlOf(name, api, credentials, baseUrls)),
  }));
  const bind = (field: string) => {
    const named = uses.filter(({ names }) => names.includes(field));
    const origins = (named.length > 0 ? named : uses).flatMap(({ origin }) => origin ?? []);
    return [...new Set(origins)].toSorted().join(' ');
  };
  return Object.fromEntries(Object.keys(credentials).map((field) => [field, bind(field)]));
}

/** The base URL of an API; undefined while a credential in it is absent. */
export function baseUrlOf(name: string, api: Api, credentials: Texts, baseUrls: Texts): string | undefined {
  const absent: string[] = [];
  const url = api.base_url((field) => credentials[field] || void absent.push(field));
  return baseUrls[name]?.trim() || (absent.length > 0 ? undefined : url);
}

/** The credentials that an API may use, in its base URL or in any way to authenticate. */
function credentialNames({ base_url, auth }: Api): string[] {
  const names: string[] = [];
  const get = (name: string) => void names.push(name);
  base_url(get);
  auth(get, {}, []).missing?.((name) => `${names.push(name)}`);
  return names;
}

/** A call with a base URL that is none is refused; until then it must not look like another origin. */
function originOf(url: string | undefined): string | undefined {
  return url !== undefined && !URL.canParse(url) ? '?' : url && new URL(url).origin;
}
