import { readInteger } from './arguments.js';
import { matchGlob } from '../match-glob.js';
import { RedisError, syntaxError } from '../redis-error.js';

export const scanOptions = { MATCH: 1, COUNT: 1 } as const;

/**
 * The names that a walk gives. It gives all of them at once and is at its end, which Redis does with small collections
 * too: so none is missed when the caller removes some on the way. COUNT is a hint.
 */
export function readScan(
  cursor: string | undefined,
  options: ReadonlyMap<string, readonly string[]>,
  names: readonly string[],
): string[] {
  readCursor(cursor);
  const [count] = options.get('COUNT') ?? [];
  if (count !== undefined && readInteger(count) < 1n) throw syntaxError();
  const [pattern] = options.get('MATCH') ?? [];
  return pattern === undefined ? [...names] : names.filter(matchGlob(pattern));
}

/** Whether a walk begins here: no other cursor is ever given out. */
export function readCursor(cursor = ''): boolean {
  const invalid = () => new RedisError('ERR invalid cursor');
  if (!/^([+-]?\d{1,99})?$/.test(cursor)) throw invalid();
  const value = BigInt(cursor.replace('+', '') || '0');
  if (value >= 2n ** 64n || value <= -(2n ** 64n)) throw invalid();
  return value === 0n;
}
