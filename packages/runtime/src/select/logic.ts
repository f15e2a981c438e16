import { isNumber, valueType } from './value-type.js';

/** JMESPath's idea of true: everything but null, false, "", [] and {}. The number 0 is true. */
export function truthy(value: unknown): boolean {
  if (typeof value === 'object') return value !== null && Object.keys(value).length > 0;
  return value !== undefined && value !== false && value !== '';
}

/** `a || b || …`: the first operand that is truthy, else the last. Later operands are computed when needed. */
export function or(first: unknown, ...later: readonly (() => unknown)[]): unknown {
  let value = first;
  for (const next of later) {
    if (truthy(value)) break;
    value = next();
  }
  return value;
}

/** `a && b && …`: the first operand that is not truthy, else the last. Later operands are computed when needed. */
export function and(first: unknown, ...later: readonly (() => unknown)[]): unknown {
  let value = first;
  for (const next of later) {
    if (!truthy(value)) break;
    value = next();
  }
  return value;
}

/** `value | next`: goes on with the value, whatever it is. */
export function pipe(value: unknown, next: (value: unknown) => unknown): unknown {
  return next(value ?? null);
}

/** `value.next`: goes on with the value; null when it is null. */
export function within(value: unknown, next: (value: unknown) => unknown): unknown {
  return value === null || value === undefined ? null : next(value);
}

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
