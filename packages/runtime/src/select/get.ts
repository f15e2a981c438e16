import { isObject } from './value-type.js';

/** Follows the keys from object to object. Null where one is missing; reads own properties only. */
export function get(value: unknown, ...keys: readonly string[]): unknown {
  let current = value;
  for (const key of keys) {
    if (!isObject(current) || !Object.hasOwn(current, key)) return null;
    current = current[key];
  }
  return current ?? null;
}
