import type { Database, Kinds } from './database.js';

/** Bytes of these keys and of what they hold. */
export function contentBytes(database: Database, keys: readonly string[]): number {
  return keys.reduce((bytes, key) => bytes + key.length + bytesOf(valueOf(database, key)), 0);
}

function valueOf(database: Database, key: string): Kinds[keyof Kinds] {
  const kind = database.kindOf(key);
  return (kind === undefined ? undefined : database.read(kind, key)) ?? '';
}

function bytesOf(value: Kinds[keyof Kinds]): number {
  return [...(typeof value === 'string' ? [value] : value)]
    .flat()
    .reduce<number>((bytes, item) => bytes + String(item).length, 0);
}
