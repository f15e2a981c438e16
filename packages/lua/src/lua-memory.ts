import { allocatorModule, cell, type AllocatorImports } from './allocator-module.js';
import { instantiate } from './instantiate.js';
import { LimitError } from './limits.js';
import type { LuaModule, Pointer } from './lua-module.js';

/** The memory of a module's states, one state at a time, with a cap. */
export interface LuaMemory {
  /** For `lua_newstate`. */
  readonly allocator: Pointer;
  readonly userData: Pointer;
  /** For a new state. `peak` is given the most bytes in use at one time, to within 16 KiB. */
  begin(memoryBytes: number, peak: Uint32Array): void;
}

const ofModule = new WeakMap<LuaModule, LuaMemory>();
const step = 16_384;
const cells = 4;

/** The one memory of a module. */
export function memoryOf(lua: LuaModule): LuaMemory {
  const memory = ofModule.get(lua) ?? createMemory(lua);
  ofModule.set(lua, memory);
  return memory;
}

function createMemory(lua: LuaModule): LuaMemory {
  const userData = lua.malloc(4 * cells);
  let peak: Uint32Array = new Uint32Array(1);
  let memoryBytes = 0;
  let request = '';
  const put = (index: number, value: number) => (lua.HEAPU32[(userData >> 2) + index] = value);
  const wasRefused = () => lua.HEAPU32[(userData >> 2) + cell.refused] === 1;

  const host = {
    // Lua asks again after a full collection: the second refusal of the same request is final.
    refuse(block: number, oldSize: number, newSize: number): number {
      const asked = `${block} ${oldSize} ${newSize}`;
      if (wasRefused() && asked === request) throw new LimitError('memoryBytes', memoryBytes);
      request = asked;
      put(cell.refused, 1);
      return 0;
    },
    grown(used: number): void {
      peak[0] = used;
      put(cell.mark, used + step);
    },
  };
  return {
    allocator: lua.addFunction(allocatorOf(lua, host), 'iiiii'),
    userData,
    begin(bytes, meter) {
      memoryBytes = bytes;
      peak = meter;
      put(cell.used, 0);
      put(cell.limit, Math.min(bytes, 2 ** 32 - 1));
      put(cell.mark, 0);
      put(cell.refused, 0);
    },
  };
}

function allocatorOf(lua: LuaModule, host: AllocatorImports['host']): (...args: number[]) => number {
  const exports = instantiate<{ allocate(...args: number[]): number }>(allocatorModule, { lua, host });
  return exports.allocate;
}
