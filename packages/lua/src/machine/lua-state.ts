import { LimitError } from '../bridge/limits.js';
import { luaStatus, type LuaModule, type Pointer, type Thread } from './lua-api.js';

/** A JavaScript function that Lua calls. Takes arguments from the stack of `L`, returns how many results it pushed. */
export type HostFunction = (L: Thread) => number;

const encoder = new TextEncoder();
const shortText = 128;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** One Lua state with a memory cap: the raw API, with strings as bytes and functions as closures. */
export class LuaState {
  /** The main thread. */
  readonly main: Thread;
  readonly #functions: HostFunction[] = [];
  readonly #scratch: Pointer;
  /** Room for a short string, at up to three bytes for each of its characters. */
  readonly #short: Pointer;

  /** `peak` is given the most bytes of memory in use at one time, to within 16 KiB. */
  constructor(
    readonly lua: LuaModule,
    memoryBytes: number,
    peak: Uint32Array = new Uint32Array(1),
  ) {
    // Room for a size_t and for a lua_Debug record, which is about 100 bytes.
    this.#scratch = lua.malloc(256);
    this.#short = lua.malloc(3 * shortText);
    lua.hooks.enter = (L, index) => this.#functions[index]!(L);
    lua.hooks.grown = (used) => (peak[0] = used);
    lua.hooks.limit = () => {
      throw new LimitError('memoryBytes', memoryBytes);
    };
    lua.states.begin(Math.min(memoryBytes, 2 ** 32 - 1));
    this.main = lua.lua_newstate(lua.inner.allocate, lua.states.cells);
    if (this.main === 0) throw new LimitError('memoryBytes', memoryBytes);
  }

  /** Pushes a JavaScript function. It lives as long as the state. */
  pushFunction(L: Thread, fn: HostFunction): void {
    this.lua.lua_pushinteger(L, BigInt(this.#functions.push(fn) - 1));
    this.lua.lua_pushcclosure(L, this.lua.inner.enter, 1);
  }

  /** Runs `body` where a Lua error is caught; true when there was none. Its results stay on the main stack. */
  protect(body: HostFunction): boolean {
    this.pushFunction(this.main, body);
    return this.lua.lua_pcallk(this.main, 0, -1, 0, 0, 0) === luaStatus.ok;
  }

  /** Makes room for `count` values. A stack that is full would be written past its end. */
  reserve(L: Thread, count: number): void {
    if (this.lua.lua_checkstack(L, count) === 0) throw new RangeError('the Lua stack is full');
  }

  /** The bytes of a string; a view that is good until Lua runs again. Only for values that are strings. */
  bytes(L: Thread, index: number): Uint8Array {
    const text = this.lua.lua_tolstring(L, index, this.#scratch);
    const size = this.lua.HEAPU32[this.#scratch >> 2]!;
    return this.lua.HEAPU8.subarray(text, text + size);
  }

  /**
   * A string for people: bytes that are not UTF-8 are replaced. Only for values that are strings. Of one that a script
   * may have made as long as it likes, no more than `most` bytes are taken.
   */
  text(L: Thread, index: number, most = Infinity): string {
    const bytes = this.bytes(L, index);
    if (bytes.length <= most) return decoder.decode(bytes);
    // A decoder in stream mode leaves out a character that the cut goes through.
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, most), { stream: true });
  }

  pushString(L: Thread, text: string | Uint8Array): void {
    if (typeof text === 'string' && text.length <= shortText) {
      // Keys and most values: written in place, which takes half the time of a copy.
      const { HEAPU8 } = this.lua;
      const room = HEAPU8.subarray(this.#short, this.#short + 3 * shortText);
      this.lua.lua_pushlstring(L, this.#short, encoder.encodeInto(text, room).written);
      return;
    }
    const bytes = typeof text === 'string' ? encoder.encode(text) : text;
    this.#withCopy(bytes, (copy) => this.lua.lua_pushlstring(L, copy, bytes.length));
  }

  setGlobal(L: Thread, name: string): void {
    this.#withName(name, (copy) => this.lua.lua_setglobal(L, copy));
  }

  /** Pushes a field of the table at an index. */
  getField(L: Thread, index: number, name: string): void {
    this.#withName(name, (copy) => this.lua.lua_getfield(L, index, copy));
  }

  /** Compiles text, never bytecode. Pushes the function, or the message of a syntax error. */
  load(L: Thread, source: Uint8Array, chunkName: string): boolean {
    return this.#load(L, source, { chunkName, mode: 't' });
  }

  /** Pushes the function of bytecode that `compileSources` made: it is not checked, so it must be nobody else's. */
  loadCompiled(L: Thread, bytecode: Uint8Array): void {
    if (!this.#load(L, bytecode, { chunkName: '=', mode: 'b' })) throw new Error(this.text(L, -1));
  }

  #load(L: Thread, chunk: Uint8Array, { chunkName, mode }: { chunkName: string; mode: 't' | 'b' }): boolean {
    const names = encoder.encode(`${mode}\0${chunkName}\0`);
    const load = (at: Pointer, name: Pointer) =>
      this.lua.luaL_loadbufferx(L, at, chunk.length, name + 2, name) === luaStatus.ok;
    return this.#withCopy(chunk, (at) => this.#withCopy(names, (name) => load(at, name)));
  }

  /** `name:line: ` of the function at a level of the call stack; `''` for C functions, null beyond the last level. */
  where(L: Thread, level: number): string | null {
    if (this.lua.lua_getstack(L, level, this.#scratch) === 0) return null;
    this.lua.luaL_where(L, level);
    const where = this.text(L, -1);
    this.lua.lua_settop(L, -2);
    return where;
  }

  /** Not to be called after a `LimitError` or a trap: such a state, and its module, are only good to throw away. */
  close(): void {
    this.lua.lua_close(this.main);
    this.lua.free(this.#scratch);
    this.lua.free(this.#short);
  }

  #withName(name: string, use: (copy: Pointer) => unknown): void {
    this.#withCopy(encoder.encode(`${name}\0`), use);
  }

  #withCopy<T>(bytes: Uint8Array, use: (copy: Pointer) => T): T {
    const copy = this.lua.malloc(bytes.length || 1);
    this.lua.HEAPU8.set(bytes, copy);
    try {
      return use(copy);
    } finally {
      this.lua.free(copy);
    }
  }
}
