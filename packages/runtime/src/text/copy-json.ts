import { refuse } from '../error.js';

const maxDepth = 64;

/**
 * A copy of an argument that nobody else can change. Throws `invalid_argument` when it is
 * not JSON: a function, a date, NaN, a cycle. Members that are undefined are left out;
 * a BigInt that fits a number becomes one.
 */
export function copyJson(value: unknown, path: string, depth = 0): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return value;
    refuse(path, 'must be a finite number');
  }
  if (depth > maxDepth) refuse(path, `must not be nested deeper than ${maxDepth} levels`);
  if (Array.isArray(value)) return value.map((item, index) => copyJson(item, `${path}[${index}]`, depth + 1));
  if (!isPlainObject(value)) refuse(path, 'must be a JSON value');
  // fromEntries defines members, so that a key `__proto__` is data like any other.
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => [key, copyJson(member, `${path}.${key}`, depth + 1)]),
  );
}

/** True for object literals and for objects without a prototype, of this realm or another. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
