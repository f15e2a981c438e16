import { compare, expectKeys } from './compare.js';
import { expectArray } from './expect.js';

/** `sort`: the strings or numbers of a list in order; strings by code point. */
export function sort(value: unknown): unknown[] {
  return expectKeys(expectArray(value, 'sort', 1), 'sort(): the items').toSorted(compare);
}

/** `sort_by`: the items of a list in the order of their keys; equal keys keep their order. */
export function sortBy(value: unknown, key: (item: unknown) => unknown): unknown[] {
  const items = expectArray(value, 'sort_by', 1);
  const keys = expectKeys(
    items.map((item) => key(item)),
    'sort_by(): the keys',
  );
  return items
    .map((item, index) => ({ item, key: keys[index]! }))
    .toSorted((a, b) => compare(a.key, b.key))
    .map(({ item }) => item);
}
