import { expectArray } from './expect.js';

/** `zip`: the first items of all lists in a list, then the second ones, up to the end of the shortest. */
export function zip(...values: readonly unknown[]): unknown[][] {
  const lists = values.map((value, index) => expectArray(value, 'zip', index + 1));
  const length = Math.min(...lists.map((list) => list.length));
  return Array.from({ length }, (_, index) => lists.map((list) => list[index] ?? null));
}
