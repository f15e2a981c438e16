import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLuaHost } from '@kosmokrator/lua';
import { createHost, createPolicy, loadCatalog } from '@kosmokrator/host';
import { afterAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { writeLargeIntegration } from '@kosmokrator/testing/synthetic-specs';
import { installMany } from '@kosmokrator/testing/install/install-many';
import { installSpecs } from '@kosmokrator/testing/install/install-specs';

const count = 50;
const folder = mkdtempSync(join(tmpdir(), 'kosmo-many-'));
installMany(folder, count);
afterAll(() => rmSync(folder, { recursive: true }));

const loaded: string[] = [];
Object.assign(globalThis, { loadedModules: loaded });
beforeEach(() => void (loaded.length = 0));

const body = '{"result":"OK","name":"Ada","email":"ada@example.com"}';
const reply = { status: 200, headers: {}, body: new TextEncoder().encode(body) };

function openHost(packages = folder) {
  const account = {
    credentials: {
      redis_url: 'https://test.upstash.io',
      redis_token: 'token',
      service_token_id: 'id',
      service_token: 'token',
    },
  };
  return createHost({
    catalog: loadCatalog({ folders: [packages] }),
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

/** What a call of one function loads of its package. */
const modulesOf = (name: string, fn: string) =>
  ['integration.js', 'operations.js', `functions/${fn}.js`].map((file) => `${name}/${file}`);

test('a call loads the module of its function, and of no other function or integration', async () => {
  const host = openHost();
  expect(loaded).toEqual([]);
  expect(await host.call('upstashn8_get_key', { key: 'a' })).toMatchObject({ value: 'OK' });
  await host.call('upstashn8_get_key', { key: 'b' });
  expect(loaded).toEqual(modulesOf('upstashn8', 'get_key'));
  await host.call('planetscalen31_get_current_user', {});
  expect(loaded.slice(3)).toEqual(modulesOf('planetscalen31', 'get_current_user'));
  await host.call('upstashn8_set_key', { key: 'a', value: 'b' });
  expect(loaded.slice(6)).toEqual(['upstashn8/functions/set_key.js']);
});

test('the first call to an integration of hundreds of functions loads no more', async () => {
  const functions = 300;
  const large = await installSpecs((specs) => writeLargeIntegration(specs, functions));
  onTestFinished(large.remove);
  const host = openHost(large.folder);
  await host.call('planetscale_get_current_user_40', {});
  console.log(
    `${loaded.length} modules loaded by the first call to an integration of ${functions} functions`,
  );
  expect(loaded).toEqual(modulesOf('planetscale', 'get_current_user_40'));
});

test('a function that cannot be loaded is no hindrance to its siblings', async () => {
  const broken = mkdtempSync(join(tmpdir(), 'kosmo-many-'));
  onTestFinished(() => rmSync(broken, { recursive: true }));
  installMany(broken, 1);
  const module = (fn: string) => join(broken, `upstashn0/dist/functions/${fn}.js`);
  rmSync(module('set_key'));
  writeFileSync(module('delete_key'), 'throw new Error("half a file");');
  writeFileSync(module('list_keys'), 'export {};');
  const host = openHost(broken);
  expect(await host.call('upstashn0_get_key', { key: 'a' })).toMatchObject({ value: 'OK' });
  const failures = [
    ['set_key', 'cannot load the function set_key: Cannot find module'],
    ['delete_key', 'cannot load the function delete_key: half a file'],
    ['list_keys', 'has a module for the function list_keys that does not export it'],
  ];
  for (const [fn, message] of failures)
    await expect(host.call(`upstashn0_${fn}`, {})).rejects.toMatchObject({
      code: 'broken_integration',
      integration: 'upstashn0',
      message: expect.stringContaining(message!) as string,
    });
});

test('a script opens the integrations that it names', async () => {
  const lua = createLuaHost({ host: openHost() });
  const integrations = 'local all = app.integrations';
  const found = await lua.run(`${integrations} return all.upstashn10.get_key({ key = "a" }).value`);
  expect(found).toMatchObject({ ok: true, result: 'OK' });
  expect(await lua.run(`${integrations} return type(all.planetscalen11.get_database)`)).toMatchObject({
    result: 'function',
  });
  expect(loaded).toEqual(modulesOf('upstashn10', 'get_key'));
  await lua.close();
});

test('neither a host nor a call nor a script reads the manifest of another integration', async () => {
  const kept = new Set(['upstashn8', 'node_modules']);
  const others = readdirSync(folder).filter((name) => !kept.has(name));
  expect(others).toHaveLength(count - 1);
  for (const name of others) writeFileSync(join(folder, name, 'manifest.json'), 'unreadable');
  const host = openHost();
  expect(await host.call('upstashn8_get_key', { key: 'a' })).toMatchObject({ value: 'OK' });
  expect(await host.catalog.schemas('upstashn8')).toHaveProperty('functions.get_key');
  const lua = createLuaHost({ host });
  expect(await lua.run('return app.integrations.upstashn8.get_key({ key = "a" }).value')).toMatchObject({
    result: 'OK',
  });
  await lua.close();
  // The check can fail: listing needs them all.
  expect(host.catalog.broken).toHaveLength(count - 1);
});
