import { refuse } from '../../error.js';
import type { Get } from '../../operation.js';
import { toText } from './text.js';

/** The value of a name, for a query. */
export function queryValue(get: Get, name: string): unknown {
  const value = get(name);
  for (const item of [value].flat()) {
    if (/\p{Cs}/u.test(toText(item) ?? '')) refuse(name, 'must not contain lone surrogates');
  }
  return value;
}

/** A query with its question mark; empty when nothing is in it. Lists repeat their key; absent and null values leave it out. */
export function query(members: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(members).flatMap(([key, value]) =>
    [value].flat().flatMap((item) => {
      const plain = toText(item);
      return plain === undefined ? [] : `${encodeURIComponent(key)}=${encodeURIComponent(plain)}`;
    }),
  );
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}
