import { expectArray, expectObject, SelectError } from './expect.js';
import { isObject } from './value-type.js';

/** An own property of an object; undefined where there is none, and null of null. */
export function own(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : value === null ? value : undefined;
}

/** Follows the path of keys from object to object. Null where one is missing; reads own properties only. */
export function get(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce(own, value) ?? null;
}

/** `keys`: the keys of an object. */
export function keys(value: unknown): string[] {
  return Object.keys(expectObject(value, 'keys', 1));
}

/** `values`: the values of an object. */
export function values(value: unknown): unknown[] {
  return Object.values(expectObject(value, 'values', 1));
}

/** `items`: an object as a list of pairs `[key, value]`. */
export function items(value: unknown): unknown[] {
  return Object.entries(expectObject(value, 'items', 1));
}

/** `from_items`: an object of pairs `[key, value]`; of equal keys the last counts. */
export function fromItems(value: unknown): Record<string, unknown> {
  const pairs = expectArray(value, 'from_items', 1).map((pair): [string, unknown] => {
    if (Array.isArray(pair) && pair.length === 2 && typeof pair[0] === 'string') return [pair[0], pair[1]];
    throw new SelectError('from_items(): argument 1 must be an array of pairs, each a string and a value');
  });
  return Object.fromEntries(pairs);
}

/** `merge`: one object with the properties of all; of equal keys the last counts. */
export function merge(...objects: readonly unknown[]): Record<string, unknown> {
  // Object.assign would set the prototype for a key `__proto__`; entries define a property.
  return Object.fromEntries(
    objects.flatMap((value, index) => Object.entries(expectObject(value, 'merge', index + 1))),
  );
}
