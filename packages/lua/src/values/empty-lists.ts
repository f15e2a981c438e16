import { luaType, registryIndex, type Thread } from '../machine/lua-api.js';
import type { LuaState } from '../machine/lua-state.js';

/** Remembers which empty tables are lists. A Lua table cannot tell, and JSON has both `[]` and `{}`. */
export interface EmptyLists {
  /** Marks the table on top of the stack. */
  mark(L: Thread): void;
  has(L: Thread, index: number): boolean;
}

/** Takes the table with weak keys that `prelude/json.lua` keeps them in from the top of the main stack. */
export function createEmptyLists(state: LuaState): EmptyLists {
  const { lua } = state;
  const reference = BigInt(lua.luaL_ref(state.main, registryIndex));
  return {
    mark(L) {
      state.reserve(L, 4);
      lua.lua_rawgeti(L, registryIndex, reference);
      lua.lua_pushvalue(L, -2);
      lua.lua_pushboolean(L, 1);
      lua.lua_rawset(L, -3);
      lua.lua_settop(L, -2);
    },
    has(L, index) {
      const table = lua.lua_absindex(L, index);
      state.reserve(L, 4);
      lua.lua_rawgeti(L, registryIndex, reference);
      lua.lua_pushvalue(L, table);
      const marked = lua.lua_rawget(L, -2) !== luaType.nil;
      lua.lua_settop(L, -3);
      return marked;
    },
  };
}
