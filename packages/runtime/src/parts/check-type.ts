import { isPlainObject } from '../copy-json.js';
import { refuse } from '../error.js';
import type { Check } from '../operation.js';

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

/** `type`: the value has one of the types. A BigInt counts as an integer. */
export function checkType(...types: readonly JsonType[]): Check {
  return (value, path) => {
    if (types.some((type) => tests[type](value))) return;
    refuse(
      path,
      `must be ${types.map((type) => `${/^[aio]/.test(type) ? 'an' : 'a'} ${type}`).join(' or ')}`,
    );
  };
}
