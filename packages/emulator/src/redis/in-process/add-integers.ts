import { withinRange } from './commands/arguments.js';
import { RedisError } from './redis-error.js';

/** The sum of a counter and a change, with 64 bits. */
export function addIntegers(before: bigint, by: bigint): bigint {
  return withinRange(before + by, () => new RedisError('ERR increment or decrement would overflow'));
}
