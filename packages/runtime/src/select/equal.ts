import { isNumber, isObject } from './value-type.js';

/** `a == b`, at any depth. The order of an object's keys does not matter; a BigInt equals the same number. */
export function equal(a: unknown, b: unknown): boolean {
  // oxlint-disable-next-line eqeqeq -- compares a BigInt with a number by value
  if (isNumber(a) && isNumber(b)) return a == b;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => equal(item, b[index]));
  }
  if (!isObject(a)) return (a ?? null) === (b ?? null);
  if (!isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]))
  );
}
