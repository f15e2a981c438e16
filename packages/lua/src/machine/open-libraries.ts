import { randomFillSync } from 'node:crypto';
import { guarded } from './inner-module.js';
import type { LuaState } from './lua-state.js';

const libraries = ['coroutine', 'table', 'string', 'utf8', 'math', 'os'] as const;

/** Opens Lua's libraries but those for files, modules and debugging. `sandbox.lua` takes out what else leads out. */
export function openLibraries(state: LuaState): void {
  const { lua, main: L } = state;
  lua.luaopen_base(L);
  for (const library of libraries) {
    lua[`luaopen_${library}`](L);
    if (library === 'string' || library === 'table') guard(state, library);
    if (library === 'math') seedRandom(state);
    if (library === 'os') replaceClock(state);
    state.setGlobal(L, library);
  }
  lua.lua_settop(L, 0);
}

/** Puts the guarded functions into the library on the top of the stack. */
function guard(state: LuaState, library: keyof typeof guarded): void {
  const { lua, main: L } = state;
  for (const name of guarded[library]) {
    state.pushString(L, name);
    lua.lua_pushcclosure(L, lua.inner[name], 0);
    lua.lua_rawset(L, -3);
  }
}

/** Lua takes the present second for a seed, so scripts of one second would have the same random numbers. */
function seedRandom(state: LuaState): void {
  const { lua, main: L } = state;
  state.getField(L, -1, 'randomseed');
  for (const seed of randomFillSync(new BigInt64Array(2))) lua.lua_pushinteger(L, seed);
  lua.lua_callk(L, 2, 0, 0, 0);
}

/** The C library knows no processor time here; a script has what its thread has run. */
function replaceClock(state: LuaState): void {
  const { lua, main: L } = state;
  state.pushString(L, 'clock');
  state.pushFunction(L, (thread) => {
    lua.lua_pushnumber(thread, performance.now() / 1000);
    return 1;
  });
  lua.lua_rawset(L, -3);
}
