import type { Allocator } from './entry-points.js';
import { LimitError } from './limits.js';
import type { LuaModule } from './lua-module.js';

/**
 * The memory of one state, with a cap. Lua asks again after a full collection: the second refusal of the same
 * request is final, and ends the script.
 */
export function createAllocator(lua: LuaModule, memoryBytes: number, peak: Uint32Array): Allocator {
  let used = 0;
  let refused = '';
  peak[0] = 0;
  return (_userData, block, oldSize, newSize) => {
    // For a new block the old size is the kind of object that it is for.
    const freed = block === 0 ? 0 : oldSize;
    if (newSize === 0) {
      used -= freed;
      lua.free(block);
      return 0;
    }
    const wanted = used + newSize - freed;
    const moved = newSize > freed && wanted > memoryBytes ? 0 : lua.realloc(block, newSize);
    if (moved === 0) {
      const request = `${block} ${oldSize} ${newSize}`;
      if (request === refused) throw new LimitError('memoryBytes', memoryBytes);
      refused = request;
      return 0;
    }
    refused = '';
    used = wanted;
    if (used > peak[0]!) peak[0] = used;
    return moved;
  };
}
