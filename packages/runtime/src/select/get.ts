import { isObject } from './value-type.js';

/** An own property of an object; undefined where there is none, and null of null. */
export function own(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : value === null ? value : undefined;
}

/** Follows the keys from object to object. Null where one is missing; reads own properties only. */
export function get(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce(own, value) ?? null;
}
