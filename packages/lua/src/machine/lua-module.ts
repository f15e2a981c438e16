import { readFile } from 'node:fs/promises';
import { createHostImports } from './host-imports.js';
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
  /** A function that `vm_pushfunction` pushed is called. */
  enter(L: Thread, index: number): number;
  /** More bytes are in use than ever before in this state. */
  grown(used: number): void;
  /** The state needs more memory than it may use. Must throw. */
  limit(): void;
}

/** The Lua machine: the part of Lua's C API that this package uses, and some functions of `vm/vm.c`. */
export interface LuaModule {
  readonly hooks: LuaHooks;
  /** Views of the memory; replaced when it grows, so never kept. */
  readonly HEAPU8: Uint8Array;
  readonly HEAPU32: Uint32Array;
  malloc(size: number): Pointer;
  free(block: Pointer): void;
  /** 0 when `memoryBytes` are too few for a state. */
  vm_newstate(memoryBytes: number): Thread;
  /** Bytes that the state uses. */
  vm_used(): number;
  vm_pushfunction(L: Thread, index: number): void;
  /** Puts the bytecode of the function on the top of the stack in its place. */
  vm_dump(L: Thread): void;
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

const file = new URL('../../vm/lua.wasm', import.meta.url);

/** Compiles the Lua machine. V8 compiles equal bytes once as long as somebody keeps what it made. */
export async function compileLua(): Promise<object> {
  return webAssembly.compile(await readFile(file));
}

/** A Lua machine of this thread; each script then gets a state of its own. */
export async function loadLuaModule(): Promise<LuaModule> {
  const hooks: LuaHooks = { enter: unused, grown: unused, limit: unused };
  const { exports } = await webAssembly.instantiate(await compileLua(), { host: createHostImports(hooks) });
  const { memory } = exports as { readonly memory: { readonly buffer: ArrayBuffer } };
  let bytes = new Uint8Array(memory.buffer);
  let words = new Uint32Array(memory.buffer);
  /** Memory that has grown has left its views empty. */
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
  const functions = Object.getOwnPropertyDescriptors(exports);
  return Object.defineProperties(
    { hooks },
    { ...functions, ...Object.getOwnPropertyDescriptors(views) },
  ) as LuaModule;
}

function unused(): never {
  throw new Error('the Lua machine has no state');
}
