import { expectArray } from './expect.js';
import { compare, expectKeys } from './order.js';

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

/** `max`: the highest number or the last string of a list, null when it is empty. */
export function max(value: unknown): unknown {
  return extreme('max', 'items', 1, value);
}

/** `min`: the lowest number or the first string of a list, null when it is empty. */
export function min(value: unknown): unknown {
  return extreme('min', 'items', -1, value);
}

/** `max_by`: the item of a list with the highest key, the first of equals; null when the list is empty. */
export function maxBy(value: unknown, key: (item: unknown) => unknown): unknown {
  return extreme('max_by', 'keys', 1, value, key);
}

/** `min_by`: the item of a list with the lowest key, the first of equals; null when the list is empty. */
export function minBy(value: unknown, key: (item: unknown) => unknown): unknown {
  return extreme('min_by', 'keys', -1, value, key);
}

function extreme(
  fn: string,
  what: string,
  sign: 1 | -1,
  value: unknown,
  key: (item: unknown) => unknown = (item) => item,
): unknown {
  const items = expectArray(value, fn, 1);
  const keys = expectKeys(
    items.map((item) => key(item)),
    `${fn}(): the ${what}`,
  );
  let best = 0;
  keys.forEach((candidate, index) => {
    if (sign * compare(candidate, keys[best]!) > 0) best = index;
  });
  return items[best] ?? null;
}
