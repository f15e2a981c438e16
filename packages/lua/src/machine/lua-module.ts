import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createHostImports, type MachineExports, type MachineMemory } from './host-imports.js';
import { guarded, type InnerExports, type InnerImports, innerModule } from './inner-module.js';
import { createLuaMemory, type LuaMemory } from './lua-memory.js';
import { webAssembly } from './web-assembly.js';

/** A pointer into the module's memory. 0 is NULL. */
export type Pointer = number;

/** A Lua state or one of its coroutines. */
export type Thread = Pointer;

/** Lua's type numbers, as `lua_type` gives them. */
export const luaType = {
  none: -1,
  nil: 0,
  boolean: 1,
  lightUserdata: 2,
  number: 3,
  string: 4,
  table: 5,
  function: 6,
  userdata: 7,
  thread: 8,
} as const;

/** What `lua_pcallk` and `luaL_loadbufferx` return. */
export const luaStatus = { ok: 0, runtimeError: 2, syntaxError: 3, memoryError: 4, handlerError: 5 } as const;

/** Where the registry sits, seen from any stack: -LUAI_MAXSTACK - 1000. */
export const registryIndex = -1_001_000;

/** What a module calls. A new state puts in its own; a module has one state at a time. */
export interface LuaHooks {
  /** A function that `pushFunction` pushed is called. */
  enter(L: Thread, index: number): number;
  /** More bytes are in use than ever before in this state. */
  grown(used: number): void;
  /** The state needs more memory than it may use. Must throw. */
  limit(): void;
}

/** The Lua machine: the part of Lua's C API that this package uses, and the memory and functions of JavaScript. */
export interface LuaModule {
  readonly hooks: LuaHooks;
  readonly states: LuaMemory;
  /** Views of the memory; replaced when it grows, so never kept. */
  readonly HEAPU8: Uint8Array;
  readonly HEAPU32: Uint32Array;
  /** Pointers to the functions of the inner module. */
  readonly inner: Readonly<Record<keyof InnerExports, Pointer>>;
  malloc(size: number): Pointer;
  free(block: Pointer): void;
  /** 0 when the memory is too small for a state. */
  lua_newstate(allocator: Pointer, userData: Pointer): Thread;
  /** A state with an allocator of the C library, without a limit. */
  luaL_newstate(): Thread;
  lua_close(L: Thread): void;
  luaopen_base(L: Thread): number;
  luaopen_coroutine(L: Thread): number;
  luaopen_table(L: Thread): number;
  luaopen_string(L: Thread): number;
  luaopen_utf8(L: Thread): number;
  luaopen_math(L: Thread): number;
  luaopen_os(L: Thread): number;
  luaL_loadbufferx(L: Thread, source: Pointer, size: number, name: Pointer, mode: Pointer): number;
  luaL_tolstring(L: Thread, index: number, size: Pointer): Pointer;
  luaL_where(L: Thread, level: number): void;
  luaL_ref(L: Thread, table: number): number;
  lua_callk(L: Thread, args: number, results: number, ctx: number, k: Pointer): void;
  lua_pcallk(L: Thread, args: number, results: number, handler: number, ctx: number, k: Pointer): number;
  lua_getstack(L: Thread, level: number, record: Pointer): number;
  lua_gettop(L: Thread): number;
  lua_settop(L: Thread, index: number): void;
  lua_absindex(L: Thread, index: number): number;
  lua_rotate(L: Thread, index: number, n: number): void;
  lua_checkstack(L: Thread, n: number): number;
  lua_copy(L: Thread, from: number, to: number): void;
  lua_pushvalue(L: Thread, index: number): void;
  lua_type(L: Thread, index: number): number;
  lua_isinteger(L: Thread, index: number): number;
  lua_toboolean(L: Thread, index: number): number;
  lua_tointegerx(L: Thread, index: number, isNumber: Pointer): bigint;
  lua_tonumberx(L: Thread, index: number, isNumber: Pointer): number;
  lua_tolstring(L: Thread, index: number, size: Pointer): Pointer;
  lua_tocfunction(L: Thread, index: number): Pointer;
  lua_topointer(L: Thread, index: number): Pointer;
  lua_next(L: Thread, index: number): number;
  lua_getfield(L: Thread, index: number, name: Pointer): number;
  lua_rawget(L: Thread, index: number): number;
  lua_rawgeti(L: Thread, index: number, n: bigint): number;
  lua_rawset(L: Thread, index: number): void;
  lua_rawseti(L: Thread, index: number, n: bigint): void;
  lua_createtable(L: Thread, items: number, fields: number): void;
  lua_setmetatable(L: Thread, index: number): number;
  lua_setglobal(L: Thread, name: Pointer): void;
  lua_pushnil(L: Thread): void;
  lua_pushboolean(L: Thread, value: number): void;
  lua_pushinteger(L: Thread, value: bigint): void;
  lua_pushnumber(L: Thread, value: number): void;
  lua_pushlstring(L: Thread, text: Pointer, size: number): Pointer;
  lua_pushlightuserdata(L: Thread, value: Pointer): void;
  lua_pushcclosure(L: Thread, fn: Pointer, upvalues: number): void;
}

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
