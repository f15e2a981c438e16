import { BridgeError } from '../bridge/bridge-error.js';
import { LimitError, type Limits } from '../bridge/limits.js';
import { luaType, type Thread } from '../machine/lua-api.js';
import type { LuaState } from '../machine/lua-state.js';
import type { Schema } from '../bridge/messages.js';
import { fieldSchema, itemSchema, shapeOf } from './schema-shape.js';

/** What reading needs besides the state. */
export interface ReadOptions {
  /** The value's name in messages: `args`. */
  readonly name: string;
  readonly schema?: Schema | undefined;
  readonly depth: number;
  /** Most bytes, and the limit that this is. */
  readonly bytes: number;
  readonly limit: Extract<keyof Limits, 'argumentBytes' | 'resultBytes'>;
  /** A string that is not UTF-8 is its bytes; otherwise it is refused, since JSON has no such text. */
  readonly keepBytes?: boolean;
  /** Whether the table at `index` was pushed as an empty list. */
  readonly isEmptyList: (L: Thread, index: number) => boolean;
}

const typeNames = [
  'nil',
  'a boolean',
  '',
  'a number',
  'a string',
  'a table',
  'a function',
  'userdata',
  'a coroutine',
];
const mostShown = 64;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads plain Lua data as a JSON value: integers beyond ±2^53 as BigInt, nil and `json.null` as
 * null. A table with fields is an object, 1 to n is a list, and the schema decides what an empty
 * table is. Throws `BridgeError` for what JSON does not have, `LimitError` for too much of it.
 */
export function readValue(state: LuaState, L: Thread, index: number, options: ReadOptions): unknown {
  return readValues(state, L, { first: index, last: index }, options)[0];
}

/** Several values of the stack, within one limit. */
export function readValues(
  state: LuaState,
  L: Thread,
  { first, last }: { readonly first: number; readonly last: number },
  options: ReadOptions,
): unknown[] {
  const { lua } = state;
  const open = new Set<number>();
  let bytes = 0;

  function count(more: number): void {
    bytes += more;
    if (bytes > options.bytes) throw new LimitError(options.limit, options.bytes);
  }

  function read(at: number, path: string, schema: Schema | undefined): unknown {
    count(8);
    const type = lua.lua_type(L, at);
    switch (type) {
      case luaType.none:
      case luaType.nil:
      case luaType.lightUserdata:
        return null;
      case luaType.boolean:
        return lua.lua_toboolean(L, at) !== 0;
      case luaType.number:
        return readNumber(state, L, at, path);
      case luaType.string:
        return readString(at, path, options.keepBytes);
      case luaType.table:
        return readTable(lua.lua_absindex(L, at), path, schema);
      default:
        throw new BridgeError(path, `is ${typeNames[type]}, which is not data`);
    }
  }

  function readString(at: number, path: string): string;
  function readString(at: number, path: string, keepBytes: boolean | undefined): string | Uint8Array;
  function readString(at: number, path: string, keepBytes = false): string | Uint8Array {
    const text = state.bytes(L, at);
    count(text.length);
    try {
      return utf8.decode(text);
    } catch {
      if (keepBytes) return text.slice();
      throw new BridgeError(path, 'is a string that is not UTF-8');
    }
  }

  function readTable(at: number, path: string, schema: Schema | undefined): unknown {
    const identity = lua.lua_topointer(L, at);
    if (open.has(identity)) throw new BridgeError(path, 'is a table that contains itself');
    if (open.size >= options.depth) throw new LimitError('depth', options.depth);
    open.add(identity);
    state.reserve(L, 4);
    const keys = readKeys(at, path);
    const value = isList(keys, at, schema) ? readList(at, path, schema, keys) : readObject(at, path, schema);
    open.delete(identity);
    return value;
  }

  /** The keys of a table, which are all positive integers, or all strings, or it is neither list nor object. */
  function readKeys(at: number, path: string): Keys {
    const keys: Keys = { integers: 0, largest: 0, strings: 0 };
    lua.lua_pushnil(L);
    while (lua.lua_next(L, at) !== 0) {
      lua.lua_settop(L, -2);
      if (lua.lua_type(L, -1) === luaType.string) {
        keys.strings += 1;
        continue;
      }
      const key = lua.lua_isinteger(L, -1) ? lua.lua_tointegerx(L, -1, 0) : 0n;
      if (key < 1n) throw new BridgeError(path, 'has a key that is neither a string nor a list position');
      keys.integers += 1;
      keys.largest = Math.max(keys.largest, Number(key));
    }
    if (keys.integers > 0 && keys.strings > 0)
      throw new BridgeError(path, 'mixes list items and named fields');
    return keys;
  }

  function isList(keys: Keys, at: number, schema: Schema | undefined): boolean {
    if (keys.strings > 0) return false;
    const shape = shapeOf(schema);
    if (keys.integers > 0) return shape !== 'object';
    return shape === 'list' || (shape === 'unknown' && options.isEmptyList(L, at));
  }

  function readList(at: number, path: string, schema: Schema | undefined, keys: Keys): unknown[] {
    if (keys.largest !== keys.integers)
      throw new BridgeError(path, 'is a list with gaps; put json.null in each gap');
    return Array.from({ length: keys.integers }, (_, before) => {
      lua.lua_rawgeti(L, at, BigInt(before + 1));
      const item = read(-1, `${path}[${before + 1}]`, itemSchema(schema, before));
      lua.lua_settop(L, -2);
      return item;
    });
  }

  /**
   * In the order of the keys, since a table has none that would be the same in the next run. Integer keys get
   * here only when the schema wants an object; they become text.
   */
  function readObject(at: number, path: string, schema: Schema | undefined): object {
    const fields: [string, unknown][] = [];
    lua.lua_pushnil(L);
    while (lua.lua_next(L, at) !== 0) {
      const isText = lua.lua_type(L, -2) === luaType.string;
      const key = isText ? readString(-2, path) : String(lua.lua_tointegerx(L, -2, 0));
      fields.push([key, read(-1, `${path}.${shown(key)}`, fieldSchema(schema, key))]);
      lua.lua_settop(L, -2);
    }
    // Each becomes a property of the object itself, `__proto__` too.
    return Object.fromEntries(fields.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  return Array.from({ length: last - first + 1 }, (_, at) => read(first + at, options.name, options.schema));
}

/** A name in a message: a script may have made it as long as it likes. */
function shown(key: string): string {
  return key.length > mostShown ? `${key.slice(0, mostShown)}…` : key;
}

interface Keys {
  integers: number;
  largest: number;
  strings: number;
}

function readNumber(state: LuaState, L: Thread, at: number, path: string): number | bigint {
  const { lua } = state;
  if (lua.lua_isinteger(L, at)) {
    const integer = lua.lua_tointegerx(L, at, 0);
    const number = Number(integer);
    return Number.isSafeInteger(number) ? number : integer;
  }
  const number = lua.lua_tonumberx(L, at, 0);
  if (!Number.isFinite(number)) throw new BridgeError(path, `is ${number}, which JSON does not have`);
  return number;
}
