import { isObject } from './value-type.js';

/** Follows the keys from object to object. Null where one is missing; reads own properties only. */
export function get(value: unknown, ...keys: readonly string[]): unknown {
  const step = (at: unknown, key: string) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : null);
  return keys.reduce(step, value) ?? null;
}
