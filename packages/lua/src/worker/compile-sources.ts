import { readFileSync } from 'node:fs';
import { type Sources, sourceNames } from '../bridge/sources.js';
import type { LuaModule } from '../machine/lua-api.js';
import { LuaState } from '../machine/lua-state.js';

/** Compiles `prelude/*.lua` once for a worker: each fresh state needs all of them, and parsing takes the most time. */
export function compileSources(lua: LuaModule): Sources {
  const state = new LuaState(lua, 2 ** 24);
  // `string.dump` gives the bytecode of a function.
  lua.luaopen_string(state.main);
  state.getField(state.main, -1, 'dump');
  const compiled = sourceNames.map((name) => [name, compile(state, name)]);
  state.close();
  return Object.fromEntries(compiled) as Sources;
}

function compile(state: LuaState, name: string): Uint8Array {
  const { lua, main: L } = state;
  const source = readFileSync(new URL(`../../prelude/${name}.lua`, import.meta.url));
  lua.lua_pushvalue(L, -1);
  if (!state.load(L, source, `=${name}`)) throw new Error(state.text(L, -1));
  lua.lua_callk(L, 1, 1, 0, 0);
  const bytecode = state.bytes(L, -1).slice();
  lua.lua_settop(L, -2);
  return bytecode;
}
