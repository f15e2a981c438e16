import type { Account } from '@kosmokrator/runtime';
import { reveal } from '@kosmokrator/runtime/internal';
import type { Manifest } from '../../catalog/manifest.js';
import type { AccountOutline } from '../store/accounts-file.js';

/** What the credentials of an account are good for. */
export interface AccountState {
  /** `none`: it has no credentials. `incomplete`: some are of no use without others. */
  readonly state: 'complete' | 'incomplete' | 'none';
  /** The APIs that can be called with it, in the order of the spec. */
  readonly ready: readonly string[];
  /** The credentials that an incomplete one lacks. */
  readonly missing: readonly string[];
}

/** What an account consists of. */
export function accountOutline({ credentials, baseUrls = {}, connection }: Account): AccountOutline {
  const expires = connection?.expires;
  return {
    credentials: Object.keys(credentials).filter((name) => reveal(credentials[name])?.trim()),
    base_urls: Object.keys(baseUrls).filter((api) => baseUrls[api]?.trim()),
    ...(expires !== undefined && { expires }),
  };
}

/** One way to call an API. */
interface Way {
  readonly api: string;
  readonly names: readonly string[];
  readonly missing: readonly string[];
}

/**
 * Whether an account has what its APIs need. An account may be for one API of several: it is complete when each of its
 * credentials can be used.
 */
export function accountState(
  { credentials, needs = {} }: Pick<Manifest, 'credentials' | 'needs'>,
  { credentials: given, base_urls: urls }: AccountOutline,
): AccountState {
  const ways = Object.entries(needs).flatMap(([api, { base_url: base, auth }]) =>
    auth.map((own): Way => {
      const names = [...(urls.includes(api) ? [] : base), ...own];
      return { api, names, missing: names.filter((name) => !given.includes(name)) };
    }),
  );
  const open = ways.filter(({ missing }) => missing.length === 0);
  const ready = Object.keys(needs).filter((name) => open.some(({ api }) => api === name));
  const used = new Set(open.flatMap(({ names }) => names));
  const idle = given.filter((name) => !used.has(name) && ways.some(({ names }) => names.includes(name)));
  if (idle.length > 0) return { state: 'incomplete', ready, missing: lacking(ways, idle) };
  const isEmpty = given.length === 0 && credentials.length > 0;
  return { state: isEmpty ? 'none' : 'complete', ready, missing: [] };
}

/** For each credential that is of no use, what the way lacks that is nearest to complete. */
function lacking(ways: readonly Way[], idle: readonly string[]): string[] {
  const nearest = idle.map((name) => {
    const fitting = ways.filter(({ names }) => names.includes(name));
    return fitting.toSorted((a, b) => a.missing.length - b.missing.length)[0]!;
  });
  return [...new Set(nearest.flatMap(({ missing }) => missing))];
}
