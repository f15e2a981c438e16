import { isPlainObject } from '@kosmokrator/runtime/internal';
import { itemsOf } from './items-of.js';

/** The ids of a list's items, or of one object: its `id`, else what ends with `_id`, else its `name` or `key`. */
export function idsOf(data: unknown): string[] {
  const items = itemsOf(data) ?? [data];
  return items.flatMap((item) => idOf(item) ?? []);
}

function idOf(item: unknown): string | undefined {
  if (!isPlainObject(item)) return item === null || Array.isArray(item) ? undefined : String(item);
  const names = Object.keys(item);
  const name = ['id', names.find((one) => one.endsWith('_id')), 'name', 'key'].find(
    (one) => one !== undefined && isId(item[one]),
  );
  return name === undefined ? undefined : String(item[name]);
}

function isId(value: unknown): boolean {
  return ['string', 'number', 'bigint'].includes(typeof value);
}
