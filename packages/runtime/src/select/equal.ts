import { isNumber, valueType } from './value-type.js';

/** `a == b`, at any depth. The order of an object's keys does not matter; a BigInt equals the same number. */
export function equal(a: unknown, b: unknown): boolean {
  // oxlint-disable-next-line eqeqeq -- compares a BigInt with a number by value
  if (isNumber(a) && isNumber(b)) return a == b;
  if (typeof a !== 'object' || a === null || valueType(a) !== valueType(b))
    return (a ?? null) === (b ?? null);
  const [one, other] = [a, b] as Readonly<Record<string, unknown>>[];
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(other!).length &&
    keys.every((key) => Object.hasOwn(other!, key) && equal(one![key], other![key]))
  );
}
