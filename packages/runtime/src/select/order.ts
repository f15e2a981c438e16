import { SelectError } from './expect.js';
import { isNumber, valueType } from './value-type.js';

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

export type Key = string | number | bigint;

/** Orders two strings by code point, or two numbers. Never by locale. */
export function compare(a: Key, b: Key): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The values as keys that can be ordered: all strings or all numbers. `what` begins the error's message. */
export function expectKeys(values: readonly unknown[], what: string): readonly Key[] {
  const type = valueType(values[0]);
  return values.map((value) => {
    if ((typeof value === 'string' || isNumber(value)) && valueType(value) === type) return value;
    const found = valueType(value) === type ? type : `${type} and ${valueType(value)}`;
    throw new SelectError(`${what} must be all strings or all numbers, not ${found}`);
  });
}

function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const difference = rank(a.charCodeAt(index)) - rank(b.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

// Surrogates stand for code points above all others, but their units lie below U+E000.
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
