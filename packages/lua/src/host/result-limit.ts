import type { Limits } from '../bridge/limits.js';

type ResultLimit = Extract<keyof Limits, 'resultBytes' | 'depth'>;

/**
 * The limit that the result of a call is over, if any: bytes of strings and 8 for each other value, and levels
 * of tables. Asked before the value is sent, since it takes several times the room in the worker.
 */
export function exceededBy(value: unknown, limits: Pick<Limits, ResultLimit>): ResultLimit | null {
  let left = limits.resultBytes;

  function check(item: unknown, depth: number): ResultLimit | null {
    left -= 8;
    if (typeof item === 'string') left -= sizeOf(item, left);
    if (left < 0) return 'resultBytes';
    if (typeof item !== 'object' || item === null || item instanceof Uint8Array) return null;
    if (depth >= limits.depth) return 'depth';
    for (const key in item) {
      if (!Array.isArray(item)) left -= sizeOf(key, left);
      const exceeded = check((item as Record<string, unknown>)[key], depth + 1);
      if (exceeded !== null) return exceeded;
    }
    return null;
  }

  return check(value, 0);
}

/** Text that is too long by its number of characters need not be looked through. */
function sizeOf(text: string, left: number): number {
  return text.length > left ? text.length : Buffer.byteLength(text);
}
