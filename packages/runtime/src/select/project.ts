import { truthy } from './truthy.js';
import { isObject } from './value-type.js';

const identity = (value: unknown): unknown => value;

/** `value[*]`: applies `each` to the items of a list and drops null results. Null for what is no list. */
export function project(value: unknown, each: (item: unknown) => unknown = identity): unknown[] | null {
  if (!Array.isArray(value)) return null;
  const results: unknown[] = [];
  for (const item of value as readonly unknown[]) {
    // A projection goes on as a sub-expression, and those are null on null.
    const result = item === null || item === undefined ? null : each(item);
    if (result !== null && result !== undefined) results.push(result);
  }
  return results;
}

/** `value.*`: projects the values of an object. Null for what is no object. */
export function projectValues(value: unknown, each?: (item: unknown) => unknown): unknown[] | null {
  return isObject(value) ? project(Object.values(value), each) : null;
}

/** `value[?…]`: the items of a list that meet the condition, nulls left out. Null for what is no list. */
export function filter(value: unknown, condition: (item: unknown) => unknown): unknown[] | null {
  return project(value, (item) => (truthy(condition(item)) ? item : null));
}
