import { createRequire } from 'node:module';
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

/**
 * The part of Lua's C API that this package uses, as the WebAssembly module exports it. The
 * convenience layer of wasmoon is left alone: it loses NUL bytes, 64-bit integers and null.
 */
export interface LuaModule {
  /** Views of the memory; replaced when it grows, so never kept. */
  readonly HEAPU8: Uint8Array;
  readonly HEAPU32: Uint32Array;
  addFunction(fn: (...args: number[]) => number, signature: string): Pointer;
  removeFunction(fn: Pointer): void;
  readonly memory: object;
  malloc(size: number): Pointer;
  realloc(block: Pointer, size: number): Pointer;
  free(block: Pointer): void;
  lua_newstate(allocator: Pointer, userData: Pointer): Thread;
  lua_close(L: Thread): void;
  luaopen_base(L: Thread): number;
  luaopen_coroutine(L: Thread): number;
  luaopen_table(L: Thread): number;
  luaopen_string(L: Thread): number;
  luaopen_utf8(L: Thread): number;
  luaopen_math(L: Thread): number;
  luaopen_os(L: Thread): number;
  luaL_loadbufferx(L: Thread, source: Pointer, size: number, name: Pointer, mode: Pointer): number;
  lua_dump(L: Thread, writer: Pointer, userData: Pointer, strip: number): number;
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
  lua_pushvalue(L: Thread, index: number): void;
  lua_type(L: Thread, index: number): number;
  lua_isinteger(L: Thread, index: number): number;
  lua_toboolean(L: Thread, index: number): number;
  lua_tointegerx(L: Thread, index: number, isNumber: Pointer): bigint;
  lua_tonumberx(L: Thread, index: number, isNumber: Pointer): number;
  lua_tolstring(L: Thread, index: number, size: Pointer): Pointer;
  lua_topointer(L: Thread, index: number): Pointer;
  lua_next(L: Thread, index: number): number;
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

// It is CommonJS: an import would first read all of it for the names of its exports, which takes longer than running it.
const require = createRequire(import.meta.url);

/** Compiles Lua 5.4 once for this thread; each script then gets a state of its own. */
export async function loadLuaModule(): Promise<LuaModule> {
  const { LuaFactory } = require('wasmoon') as typeof import('wasmoon');
  const { result, exports } = await withExports(() => new LuaFactory().getLuaModule());
  // Everything else is inherited, so that the views of the memory stay current.
  return Object.create(result.module, Object.getOwnPropertyDescriptors(exports)) as LuaModule;
}

/**
 * Gives also the exports of the WebAssembly instance that `load` makes. wasmoon puts a function around each,
 * which checks it by name in every call: slow, and Node 20 can crash when a thread is ended while V8 works on
 * those names in the background.
 */
async function withExports<T>(load: () => Promise<T>): Promise<{ result: T; exports: object }> {
  const { instantiate } = webAssembly;
  let exports: object | undefined;
  webAssembly.instantiate = async (source, imports) => {
    const made = await instantiate(source, imports);
    exports = made.instance.exports;
    return made;
  };
  try {
    const result = await load();
    if (exports === undefined) throw new Error('wasmoon has made no WebAssembly instance');
    return { result, exports };
  } finally {
    webAssembly.instantiate = instantiate;
  }
}
