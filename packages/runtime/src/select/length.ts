import { wrongType } from './expect.js';
import { isObject } from './value-type.js';

/** `length`: code points of a string, items of a list, keys of an object. */
export function length(value: unknown): number {
  if (typeof value === 'string') return [...value].length;
  if (Array.isArray(value)) return value.length;
  if (isObject(value)) return Object.keys(value).length;
  throw wrongType('length', 1, 'a string, an array or an object', value);
}
