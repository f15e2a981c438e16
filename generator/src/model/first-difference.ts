import { isDeepStrictEqual } from 'node:util';

export interface Difference {
  /** From the root of both values. */
  readonly path: readonly (string | number)[];
  readonly actual: unknown;
  readonly expected: unknown;
}

/** Where two JSON values part; undefined when they are equal. A member that is absent reads as undefined. */
export function firstDifference(actual: unknown, expected: unknown): Difference | undefined {
  if (isDeepStrictEqual(actual, expected)) return undefined;
  for (const key of commonKeys(actual, expected)) {
    const inner = firstDifference(member(actual, key), member(expected, key));
    if (inner) return { ...inner, path: [key, ...inner.path] };
  }
  return { path: [], actual, expected };
}

/** Keys to descend into: none where one of the two is no list or mapping. */
function commonKeys(a: unknown, b: unknown): (string | number)[] {
  if (Array.isArray(a) && Array.isArray(b)) return [...(a.length > b.length ? a : b).keys()];
  if (!isMapping(a) || !isMapping(b)) return [];
  return [...new Set([...Object.keys(b), ...Object.keys(a)])];
}

function member(value: unknown, key: string | number): unknown {
  const holder = value as Record<string | number, unknown>;
  return Object.hasOwn(holder, key) ? holder[key] : undefined;
}

function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
