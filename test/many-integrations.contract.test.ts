import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLuaHost } from '@kosmokrator/lua';
import { createHost, createPolicy, loadCatalog } from '@kosmokrator/runtime/host';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { installMany } from './install-many.js';

const count = 50;
const folder = mkdtempSync(join(tmpdir(), 'kosmo-many-'));
installMany(folder, count);
afterAll(() => rmSync(folder, { recursive: true }));

const loaded: string[] = [];
Object.assign(globalThis, { loadedIntegrations: loaded });
beforeEach(() => void (loaded.length = 0));

const reply = { status: 200, headers: {}, body: new TextEncoder().encode('{"result":"Ada","login":"ada"}') };

function openHost() {
  const account = {
    credentials: {
      redis_url: 'https://test.upstash.io',
      redis_token: 'token',
      service_token_id: 'id',
      service_token: 'token',
    },
  };
  return createHost({
    catalog: loadCatalog({ folders: [folder] }),
    env: {},
    policy: createPolicy({ yes: true }),
    accounts: () => account,
    transport: { send: async () => reply },
  });
}

test('all of them are found, and listing them loads no code', () => {
  const { catalog } = openHost();
  expect(catalog.integrations).toHaveLength(count);
  expect(catalog.functionNames).toHaveLength(count * 7);
  expect(loaded).toEqual([]);
});

test('the code of an integration is loaded by the first call to it, and that of no other', async () => {
  const host = openHost();
  expect(loaded).toEqual([]);
  expect(await host.call('upstashn8_get_key', { key: 'a' })).toMatchObject({ value: 'Ada' });
  await host.call('upstashn8_get_key', { key: 'b' });
  await host.call('planetscalen31_get_current_user', {});
  expect(loaded).toEqual(['upstashn8', 'planetscalen31']);
});

test('a script opens the integrations that it names', async () => {
  const lua = createLuaHost({ host: openHost() });
  const integrations = 'local all = app.integrations';
  const found = await lua.run(`${integrations} return all.upstashn10.get_key({ key = "a" }).value`);
  expect(found).toMatchObject({ ok: true, result: 'Ada' });
  expect(await lua.run(`${integrations} return type(all.planetscalen11.get_database)`)).toMatchObject({
    result: 'function',
  });
  expect(loaded).toEqual(['upstashn10']);
  await lua.close();
});

test('neither a host nor a call nor a script reads the manifest of another integration', async () => {
  const kept = new Set(['upstashn8', 'node_modules']);
  const others = readdirSync(folder).filter((name) => !kept.has(name));
  expect(others).toHaveLength(count - 1);
  for (const name of others) writeFileSync(join(folder, name, 'manifest.json'), 'unreadable');
  const host = openHost();
  expect(await host.call('upstashn8_get_key', { key: 'a' })).toMatchObject({ value: 'Ada' });
  expect(await host.catalog.schemas('upstashn8')).toHaveProperty('functions.get_key');
  const lua = createLuaHost({ host });
  expect(await lua.run('return app.integrations.upstashn8.get_key({ key = "a" }).value')).toMatchObject({
    result: 'Ada',
  });
  await lua.close();
  // The check can fail: listing needs them all.
  expect(() => host.catalog.integrations).toThrow('is broken');
});
