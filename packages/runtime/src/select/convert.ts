import { encodeJson } from '../text/encode-json.js';
import { valueType } from './value-type.js';

/** `to_array`: a list as it is, anything else in a list of its own. */
export function toArray(value: unknown): unknown {
  return Array.isArray(value) ? value : [value ?? null];
}

/** `to_string`: a string as it is, anything else as JSON. */
export function toString(value: unknown): string {
  return typeof value === 'string' ? value : encodeJson(value ?? null);
}

const jsonNumber = /^-?(?:0|[1-9]\d*)(?<fraction>\.\d+)?(?<exponent>[eE][+-]?\d+)?$/;

/** `to_number`: a number as it is, a string that spells a JSON number as that number, anything else null, and so integers of over 1,000 digits. */
export function toNumber(value: unknown): number | bigint | null {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  const match = typeof value === 'string' ? jsonNumber.exec(value) : null;
  if (!match) return null;
  const number = Number(match[0]);
  const whole = match.groups?.fraction === undefined && match.groups?.exponent === undefined;
  // Reading more digits takes time with the square of their number.
  if (whole && !Number.isSafeInteger(number) && match[0].length <= 1000) return BigInt(match[0]);
  return Number.isFinite(number) ? number : null;
}

/** `type`: null, boolean, number, string, array or object. */
export function type(value: unknown): string {
  return valueType(value);
}

/** `not_null`: the first value that is not null, or null. */
export function notNull(...values: readonly unknown[]): unknown {
  return values.find((value) => value !== null && value !== undefined) ?? null;
}
