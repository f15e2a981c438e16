import { LimitError } from './limits.js';
import { luaStatus, type LuaModule, type Pointer, type Thread } from './lua-module.js';

/** A JavaScript function that Lua calls. Takes arguments from the stack of `L`, returns how many results it pushed. */
export type HostFunction = (L: Thread) => number;

const encoder = new TextEncoder();

/** One Lua state with a memory cap: the raw API, with strings as bytes and functions as closures. */
export class LuaState {
  /** The main thread. */
  readonly main: Thread;
  readonly #functions: Pointer[] = [];
  readonly #scratch: Pointer;
  #used = 0;
  #peak = 0;

  constructor(
    readonly lua: LuaModule,
    readonly memoryBytes: number,
  ) {
    // Room for a size_t and for a lua_Debug record, which is about 100 bytes.
    this.#scratch = lua.malloc(256);
    const allocator = lua.addFunction(this.#allocate(), 'iiiii');
    this.#functions.push(allocator);
    this.main = lua.lua_newstate(allocator, 0);
    if (this.main === 0) throw new LimitError('memoryBytes', memoryBytes);
  }

  /** Most bytes of memory in use at one time. */
  get peakMemory(): number {
    return this.#peak;
  }

  /** Lua asks again after a full collection: the second refusal of the same request is final. */
  #allocate(): (userData: number, block: number, oldSize: number, newSize: number) => number {
    const { lua, memoryBytes } = this;
    let refused = '';
    return (_userData, block, oldSize, newSize) => {
      const freed = block === 0 ? 0 : oldSize;
      if (newSize === 0) {
        this.#used -= freed;
        lua.free(block);
        return 0;
      }
      const used = this.#used + newSize - freed;
      if (newSize > freed && used > memoryBytes) {
        const request = `${block} ${oldSize} ${newSize}`;
        if (request === refused) throw new LimitError('memoryBytes', memoryBytes);
        refused = request;
        return 0;
      }
      const moved = lua.realloc(block, newSize);
      if (moved === 0) return 0;
      refused = '';
      this.#used = used;
      this.#peak = Math.max(this.#peak, used);
      return moved;
    };
  }

  /** Pushes a JavaScript function. It lives as long as the state. */
  pushFunction(L: Thread, fn: HostFunction): void {
    const pointer = this.lua.addFunction(fn, 'ii');
    this.#functions.push(pointer);
    this.lua.lua_pushcclosure(L, pointer, 0);
  }

  /** Runs `body` where a Lua error is caught; true when there was none. Its results stay on the main stack. */
  protect(body: HostFunction): boolean {
    this.pushFunction(this.main, body);
    return this.lua.lua_pcallk(this.main, 0, -1, 0, 0, 0) === luaStatus.ok;
  }

  /** The bytes of a string; a view that is good until Lua runs again. Only for values that are strings. */
  bytes(L: Thread, index: number): Uint8Array {
    const text = this.lua.lua_tolstring(L, index, this.#scratch);
    const size = this.lua.HEAPU32[this.#scratch >> 2]!;
    return this.lua.HEAPU8.subarray(text, text + size);
  }

  /** A string for people: bytes that are not UTF-8 are replaced. Only for values that are strings. */
  text(L: Thread, index: number): string {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.bytes(L, index));
  }

  pushString(L: Thread, text: string | Uint8Array): void {
    const bytes = typeof text === 'string' ? encoder.encode(text) : text;
    this.#withCopy(bytes, (copy) => this.lua.lua_pushlstring(L, copy, bytes.length));
  }

  setGlobal(L: Thread, name: string): void {
    this.#withCopy(encoder.encode(`${name}\0`), (copy) => this.lua.lua_setglobal(L, copy));
  }

  /** Compiles text, never bytecode. Pushes the function, or the message of a syntax error. */
  load(L: Thread, source: string, chunkName: string): boolean {
    const text = encoder.encode(source);
    const names = encoder.encode(`t\0${chunkName}\0`);
    const load = (at: Pointer, name: Pointer) =>
      this.lua.luaL_loadbufferx(L, at, text.length, name + 2, name) === luaStatus.ok;
    return this.#withCopy(text, (at) => this.#withCopy(names, (name) => load(at, name)));
  }

  /** For the package's own sources. */
  loadOrThrow(L: Thread, source: string, chunkName: string): void {
    if (!this.load(L, source, chunkName)) throw new Error(this.text(L, -1));
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
    for (const fn of this.#functions) this.lua.removeFunction(fn);
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
