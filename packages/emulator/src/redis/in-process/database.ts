import { wrongType } from './redis-error.js';

/** What a key can hold. Texts have one character for each byte, so that lengths and order are those of bytes. */
export interface Kinds {
  string: string;
  list: string[];
  hash: Map<string, string>;
  set: Set<string>;
  /** Members and their scores. */
  zset: Map<string, number>;
}

export type Kind = keyof Kinds;

interface Entry {
  readonly kind: Kind;
  value: Kinds[Kind];
  /** Milliseconds since 1970. */
  expiresAt?: number | undefined;
}

/** The keys of one database. An empty collection does not exist, nor does what has expired. */
export interface Database {
  kindOf(key: string): Kind | undefined;
  /** Throws when the key holds another kind. */
  read<K extends Kind>(kind: K, key: string): Kinds[K] | undefined;
  /** A collection to change in place; a new one when the key is free. Throws when the key holds another kind. */
  edit<K extends Exclude<Kind, 'string'>>(kind: K, key: string): Kinds[K];
  /** Replaces whatever is there, and its time to live. */
  write<K extends Kind>(kind: K, key: string, value: Kinds[K]): void;
  /** Replaces a text, and keeps its time to live. */
  update(key: string, text: string): void;
  remove(key: string): boolean;
  keys(): string[];
  expiryOf(key: string): number | undefined;
  expire(key: string, at: number | undefined): void;
  /** Gives what a key holds, with its time to live, another name. */
  rename(from: string, to: string): void;
  clear(): void;
}

export function createDatabase(): Database {
  const entries = new Map<string, Entry>();

  function find(key: string): Entry | undefined {
    const entry = entries.get(key);
    if (entry === undefined) return undefined;
    const expired = entry.expiresAt !== undefined && entry.expiresAt <= Date.now();
    if (!expired && !isEmpty(entry)) return entry;
    entries.delete(key);
    return undefined;
  }

  function read<K extends Kind>(kind: K, key: string): Kinds[K] | undefined {
    const entry = find(key);
    if (entry !== undefined && entry.kind !== kind) throw wrongType();
    return entry?.value as Kinds[K] | undefined;
  }

  return {
    kindOf: (key) => find(key)?.kind,
    read,
    edit(kind, key) {
      const known = read(kind, key);
      if (known !== undefined) return known;
      const value = emptyOf[kind]();
      entries.set(key, { kind, value });
      return value;
    },
    write: (kind, key, value) => void entries.set(key, { kind, value }),
    update(key, text) {
      entries.set(key, { kind: 'string', value: text, expiresAt: find(key)?.expiresAt });
    },
    remove: (key) => find(key) !== undefined && entries.delete(key),
    keys: () => [...entries.keys()].filter((key) => find(key) !== undefined),
    expiryOf: (key) => find(key)?.expiresAt,
    expire(key, at) {
      const entry = find(key);
      if (entry !== undefined) entry.expiresAt = at;
    },
    rename(from, to) {
      const entry = find(from);
      if (entry === undefined) return;
      entries.delete(from);
      entries.set(to, entry);
    },
    clear: () => entries.clear(),
  };
}

const emptyOf: { readonly [K in Exclude<Kind, 'string'>]: () => Kinds[K] } = {
  list: () => [],
  hash: () => new Map(),
  set: () => new Set(),
  zset: () => new Map(),
};

function isEmpty({ kind, value }: Entry): boolean {
  if (kind === 'string') return false;
  return (Array.isArray(value) ? value.length : (value as Set<string>).size) === 0;
}
