import { entryModule, type EntryImports } from './entry-module.js';
import { instantiate } from './instantiate.js';
import type { LuaModule, Pointer } from './lua-module.js';
import type { HostFunction } from './lua-state.js';

/**
 * The ways from Lua into JavaScript. Each is an instance of a small WebAssembly module, so they are made once and
 * serve one state after the other: a module has one state at a time.
 */
export class EntryPoints {
  static readonly #ofModule = new WeakMap<LuaModule, EntryPoints>();
  readonly #pointers: Pointer[] = [];
  #functions: HostFunction[] = [];

  private constructor(readonly lua: LuaModule) {}

  /** Those of a module, for a new state. */
  static for(lua: LuaModule): EntryPoints {
    const entries = EntryPoints.#ofModule.get(lua) ?? new EntryPoints(lua);
    EntryPoints.#ofModule.set(lua, entries);
    entries.#functions = [];
    return entries;
  }

  /** The pointer behind which `fn` is, until the next state. */
  add(fn: HostFunction): Pointer {
    const index = this.#functions.push(fn) - 1;
    return (this.#pointers[index] ??= this.#enter(index));
  }

  #enter(index: number): Pointer {
    const imports: EntryImports = { host: { enter: (L) => this.#functions[index]!(L) } };
    const { enter } = instantiate<EntryImports['host']>(entryModule, imports);
    return this.lua.addFunction(enter as (...args: number[]) => number, 'ii');
  }
}
