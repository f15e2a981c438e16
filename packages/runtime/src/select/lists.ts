import { expectArray, SelectError, wrongType } from './expect.js';
import { equal } from './logic.js';
import { project } from './project.js';
import { isObject, valueType } from './value-type.js';

/** `value[index]` of a list; a negative index counts from the end. Null outside of it, and for what is no list. */
export function at(value: unknown, index: number): unknown {
  return Array.isArray(value) ? (value.at(index) ?? null) : null;
}

/** `length`: code points of a string, items of a list, keys of an object. */
export function length(value: unknown): number {
  if (typeof value === 'string') return [...value].length;
  if (Array.isArray(value)) return value.length;
  if (isObject(value)) return Object.keys(value).length;
  throw wrongType('length', 1, 'a string, an array or an object', value);
}

/** `contains`: whether a list holds an equal item, or a string the other string. */
export function contains(subject: unknown, search: unknown): boolean {
  if (Array.isArray(subject)) return subject.some((item) => equal(item, search));
  return containsText(subject, search as string);
}

/** `contains` for a text: the list is searched without a deep comparison. */
export function containsText(subject: unknown, search: string): boolean {
  if (Array.isArray(subject)) return subject.includes(search);
  if (typeof subject === 'string') return typeof search === 'string' && subject.includes(search);
  throw wrongType('contains', 1, 'an array or a string', subject);
}

/** `value[]`: a list with its inner lists opened up by one level, nulls left out. Null for what is no list. */
export function flatten(value: unknown): unknown[] | null {
  return Array.isArray(value) ? project((value as readonly unknown[]).flat()) : null;
}

/** `map`: what `each` gives for the items of a list, nulls included. */
export function map(each: (item: unknown) => unknown, value: unknown): unknown[] {
  return expectArray(value, 'map', 2).map((item) => each(item) ?? null);
}

/** `reverse`: a list or the code points of a string, last first. */
export function reverse(value: unknown): unknown {
  if (Array.isArray(value)) return value.toReversed();
  if (typeof value === 'string') return [...value].toReversed().join('');
  throw wrongType('reverse', 1, 'an array or a string', value);
}

/** `zip`: the first items of all lists in a list, then the second ones, up to the end of the shortest. */
export function zip(...values: readonly unknown[]): unknown[][] {
  const lists = values.map((value, index) => expectArray(value, 'zip', index + 1));
  const shortest = Math.min(...lists.map((list) => list.length));
  return Array.from({ length: shortest }, (_, index) => lists.map((list) => list[index] ?? null));
}

/** `group_by`: lists of the items by their key, a string; items whose key is null are left out. */
export function groupBy(value: unknown, key: (item: unknown) => unknown): Record<string, unknown[]> {
  const groups = new Map<string, unknown[]>();
  for (const item of expectArray(value, 'group_by', 1)) {
    const name = key(item) ?? null;
    if (name === null) continue;
    if (typeof name !== 'string')
      throw new SelectError(`group_by(): the keys must be strings, not ${valueType(name)}`);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return Object.fromEntries(groups);
}
