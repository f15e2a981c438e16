import { expectArray } from './expect.js';
import { SelectError } from './select-error.js';
import { valueType } from './value-type.js';

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
