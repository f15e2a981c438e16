import { readFileSync } from 'node:fs';
import type { LuaModule } from './machine/lua-module.js';
import { LuaState } from './machine/lua-state.js';

/** Handed to the prelude, which runs them. */
export const preludeParts = ['failure', 'integrations', 'docs', 'regex'] as const;

const names = ['json', 'format', 'sandbox', 'prelude', ...preludeParts] as const;

/** The package's own Lua by file name, as bytecode. */
export type Sources = { readonly [name in (typeof names)[number]]: Uint8Array };

/** Compiles `lua/*.lua` once for a worker: each fresh state needs all of them, and parsing takes the most time. */
export function compileSources(lua: LuaModule): Sources {
  const state = new LuaState(lua, 2 ** 24);
  const compiled = names.map((name) => [name, compile(state, name)]);
  state.close();
  return Object.fromEntries(compiled) as Sources;
}

function compile(state: LuaState, name: string): Uint8Array {
  const { lua, main: L } = state;
  const source = readFileSync(new URL(`../lua/${name}.lua`, import.meta.url));
  if (!state.load(L, source, `=${name}`)) throw new Error(state.text(L, -1));
  lua.vm_dump(L);
  const bytecode = state.bytes(L, -1).slice();
  lua.lua_settop(L, 0);
  return bytecode;
}
