import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createHostImports, type MachineExports, type MachineMemory } from './host-imports.js';
import { guarded, type InnerExports, type InnerImports, innerModule } from './inner-module.js';
import type { LuaHooks, LuaMemory, LuaModule, Pointer, Thread } from './lua-api.js';
import { createLuaMemory } from './lua-memory.js';
import { webAssembly } from './web-assembly.js';

/** Compiles the Lua machine. V8 compiles equal bytes once as long as somebody keeps what it made. */
export async function compileLua(): Promise<object> {
  const file = createRequire(import.meta.url).resolve('wasmoon/dist/glue.wasm');
  return webAssembly.compile(await readFile(file));
}

/** A Lua machine of this thread; each script then gets a state of its own. */
export async function loadLuaModule(): Promise<LuaModule> {
  const hooks: LuaHooks = { enter: unused, grown: unused, limit: unused };
  // The imports read the memory of the module, which is there when the first of them is called.
  let machine: MachineMemory & MachineExports;
  let states: LuaMemory | undefined;
  const imports = createHostImports(
    () => machine,
    () => {
      // Lua would let a script catch this one, and go on at its limit.
      if (states?.wasRefused()) hooks.limit();
    },
  );
  const { exports } = await webAssembly.instantiate(await compileLua(), imports);
  machine = withViews(exports as MachineExports);
  const { __wasm_call_ctors: construct } = machine;
  construct();
  states = createLuaMemory(machine, hooks);
  const lua = Object.assign(machine, { hooks, states });
  const inner = instantiateInner(lua as unknown as LuaModule, exports);
  const functions = Object.entries(inner).map(([name, fn]) => [name, addFunction(machine, fn)]);
  return Object.assign(lua, { inner: Object.fromEntries(functions) as object }) as unknown as LuaModule;
}

function instantiateInner(lua: LuaModule, exports: object): InnerExports {
  const { pointers, collectgarbage } = findFunctions(lua);
  const host = {
    ...lua.states.host,
    enter: (L: Thread, index: number) => lua.hooks.enter(L, index),
    clip(L: Thread, index: number) {
      const isNegative = lua.lua_tointegerx(L, index, 0) < 0n;
      lua.lua_pushinteger(L, isNegative ? -0x7fff_ffffn : 0x7fff_ffffn);
      lua.lua_copy(L, -1, index);
      lua.lua_settop(L, -2);
    },
    collect(L: Thread) {
      if (lua.lua_checkstack(L, 2) === 0) return;
      lua.lua_pushcclosure(L, collectgarbage, 0);
      lua.lua_callk(L, 0, 0, 0, 0);
      lua.states.collected();
    },
  };
  const place = { cells: lua.states.cells };
  const imports: InnerImports = { lua: exports, host, original: pointers, place };
  return new webAssembly.Instance(new webAssembly.Module(innerModule), imports).exports as InnerExports;
}

/** Where Lua's own functions are that the inner module guards or calls, the same in each state. */
function findFunctions(lua: LuaModule): {
  readonly pointers: InnerImports['original'];
  readonly collectgarbage: Pointer;
} {
  const L = lua.luaL_newstate();
  const find = (name: string): Pointer => {
    const copy = lua.malloc(name.length + 1);
    lua.HEAPU8.set(Buffer.from(`${name}\0`), copy);
    lua.lua_getfield(L, -1, copy);
    lua.free(copy);
    const pointer = lua.lua_tocfunction(L, -1);
    lua.lua_settop(L, -2);
    return pointer;
  };
  lua.luaopen_base(L);
  const collectgarbage = find('collectgarbage');
  const pointers = Object.entries(guarded).flatMap(([library, names]) => {
    lua[`luaopen_${library as keyof typeof guarded}`](L);
    return names.map((name) => [name, find(name)] as const);
  });
  lua.lua_close(L);
  return { pointers: Object.fromEntries(pointers) as InnerImports['original'], collectgarbage };
}

/** The exports and views of the memory, which are replaced when it grows: memory that has grown has left them empty. */
function withViews(exports: MachineExports): MachineMemory & MachineExports {
  const { memory } = exports;
  let bytes = new Uint8Array(memory.buffer);
  let words = new Uint32Array(memory.buffer);
  function refresh(): void {
    if (bytes.length > 0) return;
    bytes = new Uint8Array(memory.buffer);
    words = new Uint32Array(memory.buffer);
  }
  const views = {
    get HEAPU8() {
      refresh();
      return bytes;
    },
    get HEAPU32() {
      refresh();
      return words;
    },
  };
  const { getOwnPropertyDescriptors } = Object;
  return Object.defineProperties(
    {},
    { ...getOwnPropertyDescriptors(exports), ...getOwnPropertyDescriptors(views) },
  ) as MachineMemory & MachineExports;
}

/** Gives a function of WebAssembly a place in Lua's table of functions, which is the pointer to it. */
function addFunction({ __indirect_function_table: table }: MachineExports, fn: unknown): Pointer {
  const place = table.grow(1);
  table.set(place, fn);
  return place;
}

function unused(): never {
  throw new Error('the Lua machine has no state');
}
