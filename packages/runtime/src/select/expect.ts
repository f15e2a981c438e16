import { isNumber, isObject, valueType } from './value-type.js';

/** An expression met a value of a type that it cannot work with. The message names the function and the types, never the value. */
export class SelectError extends Error {
  override readonly name = 'SelectError';
}

/** The error for an argument of the wrong type: `sort(): argument 1 must be an array of strings, not null`. */
export function wrongType(fn: string, position: number, wanted: string, value: unknown): SelectError {
  return new SelectError(`${fn}(): argument ${position} must be ${wanted}, not ${valueType(value)}`);
}

/** The value as a string, or a `SelectError` that names function and argument. */
export function expectString(value: unknown, fn: string, position: number): string {
  if (typeof value === 'string') return value;
  throw wrongType(fn, position, 'a string', value);
}

/** The value as a number, BigInt included. */
export function expectNumber(value: unknown, fn: string, position: number): number | bigint {
  if (isNumber(value)) return value;
  throw wrongType(fn, position, 'a number', value);
}

/** The value as a whole number. */
export function expectInteger(value: unknown, fn: string, position: number): number {
  const number = Number(expectNumber(value, fn, position));
  if (Number.isSafeInteger(number)) return number;
  throw new SelectError(`${fn}(): argument ${position} must be a whole number`);
}

/** The value as a whole number of 0 or more. */
export function expectCount(value: unknown, fn: string, position: number): number {
  const number = expectInteger(value, fn, position);
  if (number >= 0) return number;
  throw new SelectError(`${fn}(): argument ${position} must not be negative`);
}

/** The value as a list. */
export function expectArray(value: unknown, fn: string, position: number): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw wrongType(fn, position, 'an array', value);
}

/** The value as an object that is no list. */
export function expectObject(
  value: unknown,
  fn: string,
  position: number,
): Readonly<Record<string, unknown>> {
  if (isObject(value)) return value;
  throw wrongType(fn, position, 'an object', value);
}

/** The value as a list of strings. */
export function expectStrings(value: unknown, fn: string, position: number): readonly string[] {
  return expectArray(value, fn, position).map((item) => {
    if (typeof item === 'string') return item;
    throw new SelectError(
      `${fn}(): argument ${position} must be an array of strings, but holds ${valueType(item)}`,
    );
  });
}

/** The value as a list of numbers, BigInt included. */
export function expectNumbers(value: unknown, fn: string, position: number): readonly (number | bigint)[] {
  return expectArray(value, fn, position).map((item) => {
    if (isNumber(item)) return item;
    throw new SelectError(
      `${fn}(): argument ${position} must be an array of numbers, but holds ${valueType(item)}`,
    );
  });
}
