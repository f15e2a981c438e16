import { expectArray } from './expect.js';

/** `map`: what `each` gives for the items of a list, nulls included. */
export function map(each: (item: unknown) => unknown, value: unknown): unknown[] {
  return expectArray(value, 'map', 2).map((item) => each(item) ?? null);
}
