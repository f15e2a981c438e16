import { wrongType } from './expect.js';

/** `reverse`: a list or the code points of a string, last first. */
export function reverse(value: unknown): unknown {
  if (Array.isArray(value)) return value.toReversed();
  if (typeof value === 'string') return [...value].toReversed().join('');
  throw wrongType('reverse', 1, 'an array or a string', value);
}
