import { cell } from './inner-module.js';
import type { LuaHooks, LuaMemory, LuaModule } from './lua-api.js';

/** How much more has to be in use before `grown` is told again. */
const step = 16_384;
/** Closer to the limit no collection is made before a buffer, or each would make one. */
const leastRoom = 2 ** 21;

export function createLuaMemory(lua: Pick<LuaModule, 'malloc' | 'HEAPU32'>, hooks: LuaHooks): LuaMemory {
  const cells = lua.malloc(4 * cell.count);
  let lastRefused = '';
  const read = (index: number) => lua.HEAPU32[(cells >> 2) + index]!;
  const write = (index: number, value: number) => (lua.HEAPU32[(cells >> 2) + index] = value);
  return {
    cells,
    begin(limit) {
      write(cell.used, 0);
      write(cell.limit, limit);
      write(cell.mark, 0);
      write(cell.refused, 0);
      write(cell.collectAt, Math.floor(limit / 2));
    },
    used: () => read(cell.used),
    wasRefused: () => read(cell.refused) === 1,
    collected() {
      const room = read(cell.limit) - read(cell.used);
      write(cell.collectAt, Math.min(read(cell.used) + Math.max(room / 2, leastRoom), 2 ** 32 - 1));
    },
    host: {
      // Lua asks again after a full collection: the second refusal of the same request is final.
      refuse(block, oldSize, newSize) {
        const asked = `${block} ${oldSize} ${newSize}`;
        if (read(cell.refused) === 1 && asked === lastRefused) hooks.limit();
        lastRefused = asked;
        write(cell.refused, 1);
        return 0;
      },
      grown(used) {
        hooks.grown(used);
        write(cell.mark, used + step);
      },
    },
  };
}
