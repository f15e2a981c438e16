import { isPlainObject } from '../../text/copy-json.js';
import { refuse } from '../../error.js';
import type { Check } from '../../operation.js';

/** A type of JSON Schema. */
export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'array' | 'object';

const tests: Record<JsonType, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' || typeof value === 'bigint',
  integer: (value) => Number.isInteger(value) || typeof value === 'bigint',
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  array: Array.isArray,
  object: isPlainObject,
};

/** `type: string`, the most common rule, apart from `checkType`. */
export const checkString: Check = (value, path) => {
  if (typeof value !== 'string') refuse(path, 'must be a string');
};

/**
 * A whole number has all its digits. Beyond 2^53 a JavaScript number has lost some before anybody could look, so that
 * another number would be sent; a BigInt and text keep them.
 */
export const checkDigits: Check = (value, path) => {
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    refuse(path, 'is beyond 2^53, so digits have already been lost; pass the digits as text, or as a BigInt');
};

/**
 * `type`: the value has one of the types. A BigInt counts as an integer, and so does text that is an integer beyond
 * 2^53 (at most 100 digits), which becomes a BigInt.
 */
export function checkType(...types: readonly JsonType[]): Check {
  const takes = (type: JsonType) => types.includes(type);
  return (value, path) => {
    if (types.some((type) => tests[type](value))) {
      const whole = takes('integer') || (takes('number') && takes('string'));
      return whole ? checkDigits(value, path) : undefined;
    }
    if (takes('integer') && isLongInteger(value)) return BigInt(value);
    refuse(
      path,
      `must be ${types.map((type) => `${/^[aio]/.test(type) ? 'an' : 'a'} ${type}`).join(' or ')}`,
    );
  };
}

function isLongInteger(value: unknown): value is string {
  return (
    typeof value === 'string' && /^-?[1-9]\d{15,99}$/.test(value) && !Number.isSafeInteger(Number(value))
  );
}
