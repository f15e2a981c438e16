import { setTimeout as wait } from 'node:timers/promises';
import { createHost, createPolicy, loadCatalog } from '@kosmokrator/host';
import { expect, test } from 'vitest';
import { createLuaHost } from '../../dist/index.js';
import { loadLuaModule } from '../machine/lua-module.js';
import { LuaState } from '../machine/lua-state.js';
import { warmUp } from './warm-up.js';

test('leaves nothing behind in the module', async () => {
  const lua = await loadLuaModule();
  warmUp(lua);
  const state = new LuaState(lua, 2 ** 20);
  expect(lua.lua_gettop(state.main)).toBe(0);
  state.close();
  warmUp(lua);
});

test('a worker that has warmed up while it rested runs scripts as before', async () => {
  const catalog = loadCatalog({ folders: [] });
  const lua = createLuaHost({ host: createHost({ catalog, env: {}, policy: createPolicy({}) }) });
  const script = 'seen = (seen or 0) + 1 print("out") return { seen = seen, text = list }';
  const first = await lua.run(script);
  expect(first).toMatchObject({ ok: true, result: { seen: 1 }, output: 'out\n' });
  await wait(200);
  const second = await lua.run(script);
  expect(second).toMatchObject({ ok: true, result: { seen: 1 }, output: 'out\n' });
  expect(second.usage.memory).toBe(first.usage.memory);
  await lua.close();
});
