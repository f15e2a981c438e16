import { isPlainObject } from '@kosmokrator/runtime/internal';

/** The items of a result that is a list, or an object with just one list in it. Undefined for any other. */
export function itemsOf(data: unknown): readonly unknown[] | undefined {
  if (Array.isArray(data)) return data;
  if (!isPlainObject(data)) return undefined;
  const lists = Object.values(data).filter(Array.isArray);
  return lists.length === 1 ? lists[0] : undefined;
}
