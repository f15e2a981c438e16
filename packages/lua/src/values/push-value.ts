import { LimitError, type Limits } from '../bridge/limits.js';
import type { Thread } from '../machine/lua-api.js';
import type { LuaState } from '../machine/lua-state.js';

/** What pushing needs besides the state. */
export interface PushOptions {
  readonly limits: Pick<Limits, 'depth' | 'resultBytes'>;
  /** Called with an empty list on top of the stack of `L`, so that it can be told from an empty object later. */
  readonly markEmptyList: (L: Thread) => void;
}

/**
 * Pushes a JSON value as plain Lua data. Null is nil, and `json.null` inside a list, so that
 * nothing shifts. Integers keep 64 bits and strings all their bytes. A JavaScript value already
 * says whether it is a list, so no schema is needed in this direction.
 */
export function pushValue(state: LuaState, L: Thread, value: unknown, options: PushOptions): void {
  const { lua } = state;
  const { depth: maxDepth, resultBytes } = options.limits;
  let bytes = 0;

  function push(item: unknown, depth: number): void {
    bytes += 8;
    if (typeof item === 'string') bytes += item.length;
    if (bytes > resultBytes) throw new LimitError('resultBytes', resultBytes);
    if (typeof item === 'object' && item !== null && !(item instanceof Uint8Array)) {
      if (depth >= maxDepth) throw new LimitError('depth', maxDepth);
      state.reserve(L, 4);
      if (Array.isArray(item)) pushList(item, depth + 1);
      else pushObject(item, depth + 1);
      return;
    }
    pushScalar(state, L, item);
  }

  function pushList(items: readonly unknown[], depth: number): void {
    lua.lua_createtable(L, items.length, 0);
    if (items.length === 0) options.markEmptyList(L);
    items.forEach((item, index) => {
      if (item === null || item === undefined) lua.lua_pushlightuserdata(L, 0);
      else push(item, depth);
      lua.lua_rawseti(L, -2, BigInt(index + 1));
    });
  }

  function pushObject(fields: object, depth: number): void {
    const entries = Object.entries(fields).filter(([, field]) => field !== null && field !== undefined);
    lua.lua_createtable(L, 0, entries.length);
    for (const [key, field] of entries) {
      state.pushString(L, key);
      push(field, depth);
      lua.lua_rawset(L, -3);
    }
  }

  push(value, 0);
}

function pushScalar(state: LuaState, L: Thread, value: unknown): void {
  const { lua } = state;
  switch (typeof value) {
    case 'string':
      return state.pushString(L, value);
    case 'boolean':
      return lua.lua_pushboolean(L, value ? 1 : 0);
    case 'bigint':
      if (value === BigInt.asIntN(64, value)) return lua.lua_pushinteger(L, value);
      return lua.lua_pushnumber(L, Number(value));
    case 'number':
      // -0 exists only as a float.
      if (Number.isSafeInteger(value) && !Object.is(value, -0)) return lua.lua_pushinteger(L, BigInt(value));
      return lua.lua_pushnumber(L, value);
    default:
      if (value instanceof Uint8Array) return state.pushString(L, value);
      return lua.lua_pushnil(L);
  }
}
