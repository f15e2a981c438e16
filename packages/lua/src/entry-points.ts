import type { LuaModule, Pointer } from './lua-module.js';
import type { HostFunction } from './lua-state.js';

/** Lua's own request for memory: user data, block, old size, new size; gives the block's new place. */
export type Allocator = (userData: number, block: Pointer, oldSize: number, newSize: number) => Pointer;

/**
 * The ways from Lua into JavaScript. Each is a small WebAssembly module of its own, so they are made once and
 * serve one state after the other: a module has one state at a time.
 */
export class EntryPoints {
  static readonly #ofModule = new WeakMap<LuaModule, EntryPoints>();
  readonly allocator: Pointer;
  readonly #pointers: Pointer[] = [];
  #functions: HostFunction[] = [];
  #allocate: Allocator = () => 0;

  private constructor(readonly lua: LuaModule) {
    this.allocator = lua.addFunction(
      (...request) => this.#allocate(...(request as Parameters<Allocator>)),
      'iiiii',
    );
  }

  /** Those of a module, for a new state whose memory comes from `allocate`. */
  static for(lua: LuaModule, allocate: Allocator): EntryPoints {
    const entries = EntryPoints.#ofModule.get(lua) ?? new EntryPoints(lua);
    EntryPoints.#ofModule.set(lua, entries);
    entries.#allocate = allocate;
    entries.#functions = [];
    return entries;
  }

  /** The pointer behind which `fn` is, until the next state. */
  add(fn: HostFunction): Pointer {
    const index = this.#functions.push(fn) - 1;
    return (this.#pointers[index] ??= this.lua.addFunction((L) => this.#functions[index]!(L!), 'ii'));
  }
}
