import { isNumber } from './value-type.js';

/** `a < b` of two numbers; null when one is none. */
export function less(a: unknown, b: unknown): boolean | null {
  return isNumber(a) && isNumber(b) ? a < b : null;
}

/** `a <= b` of two numbers; null when one is none. */
export function lessOrEqual(a: unknown, b: unknown): boolean | null {
  return isNumber(a) && isNumber(b) ? a <= b : null;
}

/** `a > b` of two numbers; null when one is none. */
export function greater(a: unknown, b: unknown): boolean | null {
  return less(b, a);
}

/** `a >= b` of two numbers; null when one is none. */
export function greaterOrEqual(a: unknown, b: unknown): boolean | null {
  return lessOrEqual(b, a);
}
