import { expect, test } from 'vitest';
import { LimitError } from '../bridge/limits.js';
import type { Thread } from './lua-api.js';
import { loadLuaModule } from './lua-module.js';
import { LuaState } from './lua-state.js';

const lua = await loadLuaModule();

/** Fills a state with so many tables of one number each. */
function fill(L: Thread, tables: number): void {
  lua.lua_createtable(L, tables, 0);
  for (let index = 1; index <= tables; index += 1) {
    lua.lua_createtable(L, 1, 0);
    lua.lua_rawseti(L, -2, BigInt(index));
  }
}

test('counts the most that is in use, to within 16 KiB', () => {
  const peak = new Uint32Array(1);
  const state = new LuaState(lua, 2 ** 26, peak);
  const before = peak[0]!;
  fill(state.main, 10_000);
  // On 32 bits: 32 for a table, 16 for its item, 16 for its place in the list.
  expect(Math.abs(peak[0]! - before - 10_000 * 64)).toBeLessThan(16_384);
  const full = peak[0]!;
  lua.lua_settop(state.main, 0);
  fill(state.main, 10);
  expect(peak[0]).toBe(full);
  state.close();
});

test('gives back all that a state had', () => {
  for (let round = 0; round < 3; round += 1) {
    const state = new LuaState(lua, 2 ** 26);
    fill(state.main, 1000);
    expect(lua.states.used()).toBeGreaterThan(50_000);
    state.close();
    expect(lua.states.used()).toBe(0);
  }
});

test('ends what needs more, though Lua would let it go on', async () => {
  const own = await loadLuaModule();
  const state = new LuaState(own, 2 ** 20);
  const body = () => {
    own.lua_createtable(state.main, 1_000_000, 0);
    return 0;
  };
  expect(() => state.protect(body)).toThrow(LimitError);
});
