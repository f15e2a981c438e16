import { readFileSync } from 'node:fs';
import type { LuaModule } from '../machine/lua-api.js';
import { LuaState } from '../machine/lua-state.js';

/**
 * Runs a script of about ten milliseconds that makes V8 optimize the interpreter, in the background. V8 never swaps the
 * code of a function that is running, and a script runs in one call of the interpreter: one that computes for long as
 * the first on its worker would stay in unoptimized code to its end, at a quarter of the speed. Workers share the code.
 */
export function warmUp(lua: LuaModule): void {
  const state = new LuaState(lua, 2 ** 24);
  const source = readFileSync(new URL('../../prelude/warm-up.lua', import.meta.url));
  const done = state.protect((L) => {
    lua.luaopen_base(L);
    for (const library of ['table', 'string'] as const) {
      lua[`luaopen_${library}`](L);
      state.setGlobal(L, library);
    }
    if (!state.load(L, source, '=warm-up')) throw new Error(state.text(L, -1));
    lua.lua_callk(L, 0, 0, 0, 0);
    return 0;
  });
  if (!done) throw new Error(`the warm-up failed: ${state.text(state.main, -1)}`);
  state.close();
}
