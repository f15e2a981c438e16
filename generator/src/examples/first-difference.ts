export interface Difference {
  /** The path from the root of both values. */
  readonly path: readonly (string | number)[];
  readonly actual: unknown;
  readonly expected: unknown;
}

/** Where two JSON values part; undefined when they are equal. A member that is absent reads as undefined. */
export function firstDifference(actual: unknown, expected: unknown): Difference | undefined {
  if (Object.is(actual, expected)) return undefined;
  const keys = commonKeys(actual, expected);
  for (const key of keys ?? []) {
    const inner = firstDifference(member(actual, key), member(expected, key));
    if (inner) return { ...inner, path: [key, ...inner.path] };
  }
  const isSame = keys?.every(
    (key) => Object.hasOwn(actual as object, key) && Object.hasOwn(expected as object, key),
  );
  return isSame ? undefined : { path: [], actual, expected };
}

/** Keys of either of two lists or two mappings, to descend into; undefined for what cannot be compared by members. */
function commonKeys(a: unknown, b: unknown): (string | number)[] | undefined {
  if (Array.isArray(a) && Array.isArray(b)) return [...(a.length > b.length ? a : b).keys()];
  if (!isMapping(a) || !isMapping(b)) return undefined;
  return [...new Set([...Object.keys(b), ...Object.keys(a)])];
}

function member(value: unknown, key: string | number): unknown {
  const holder = value as Record<string | number, unknown>;
  return Object.hasOwn(holder, key) ? holder[key] : undefined;
}

function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
