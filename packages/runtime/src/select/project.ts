import { truthy } from './logic.js';
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

/**
 * `value[start:stop:step]` as in Python: a part of a list, projected onto `each`, or of
 * a string, counted in code points. Null for any other value.
 */
export function slice(
  value: unknown,
  start: number | null,
  stop: number | null,
  step: number,
  each?: (item: unknown) => unknown,
): unknown {
  if (typeof value === 'string') {
    const text = pick([...value], start, stop, step).join('');
    return each ? each(text) : text;
  }
  return Array.isArray(value) ? project(pick(value as readonly unknown[], start, stop, step), each) : null;
}

function pick<Item>(items: readonly Item[], start: number | null, stop: number | null, step: number): Item[] {
  const low = step > 0 ? 0 : -1;
  const high = step > 0 ? items.length : items.length - 1;
  const bound = (index: number) => Math.min(Math.max(index < 0 ? index + items.length : index, low), high);
  const first = start === null ? (step > 0 ? low : high) : bound(start);
  const end = stop === null ? (step > 0 ? high : low) : bound(stop);
  const picked: Item[] = [];
  for (let index = first; step > 0 ? index < end : index > end; index += step) picked.push(items[index]!);
  return picked;
}
