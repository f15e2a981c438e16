import type { InnerExports } from './inner-module.js';

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

/** The memory of a module's states, one state at a time, with a limit. */
export interface LuaMemory {
  /** Before a new state: how many bytes it may use. */
  begin(limit: number): void;
  /** Bytes that the state uses. */
  used(): number;
  /** Whether the last request for more was refused, so that an error that is raised now says so. */
  wasRefused(): boolean;
  /** After a collection: says when the next one is worth while before a buffer is filled. */
  collected(): void;
  /** The user data of the allocator. */
  readonly cells: Pointer;
  /** What the allocator calls for a request that does not fit, and for more in use than ever before. */
  readonly host: {
    refuse(block: number, oldSize: number, newSize: number): number;
    grown(used: number): void;
  };
}

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
