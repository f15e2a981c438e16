/** Scripts as agents write them, unchanged, against the emulator. */
import { startEmulator } from '@kosmokrator/emulator';
import type { Emulator } from '@kosmokrator/emulator';
import { createLuaHost } from '@kosmokrator/lua';
import type { LuaHost } from '@kosmokrator/lua';
import { createHost, createPolicy, loadCatalog } from '@kosmokrator/host';
import { afterAll, beforeAll, expect, test } from 'vitest';

let emulator: Emulator;
let lua: LuaHost;

beforeAll(async () => {
  emulator = await startEmulator();
  const host = createHost({
    catalog: await loadCatalog(),
    env: emulator.env,
    policy: createPolicy({ yes: true }),
  });
  lua = createLuaHost({ host });
});
afterAll(async () => {
  await lua.close();
  await emulator.close();
});

const scripts: Record<string, { source: string; output: RegExp }> = {
  'a key that does not exist': {
    source: `
      local result = app.integrations.upstash.get_key({ key = "nope" })
      if result.value then print("Value: " .. result.value) else print("Key not found") end`,
    output: /^Key not found\n$/,
  },
  'set, get and delete': {
    source: `
      app.integrations.upstash.set_key({ key = "cache:a", value = "1", ex = 3600 })
      local result = app.integrations.upstash.get_key({ key = "cache:a" })
      print("Value: " .. result.value)
      local deleted = app.integrations.upstash.delete_key({ key = "cache:a" })
      print("Deleted: " .. tostring(deleted.deleted))`,
    output: /^Value: 1\nDeleted: 1\n$/,
  },
  'ipairs over keys, with and without an argument': {
    source: `
      app.integrations.upstash.set_key({ key = "user:1", value = "a" })
      app.integrations.upstash.set_key({ key = "user:2", value = "b" })
      local result = app.integrations.upstash.list_keys({ pattern = "user:*" })
      for _, key in ipairs(result.keys) do print(key) end
      print(result.count, #app.integrations.upstash.list_keys().keys, app.integrations.upstash.list_keys({}).pattern)`,
    output: /^user:1\nuser:2\n2\t2\t\*\n$/,
  },
  'a list result': {
    source: `
      for i, db in ipairs(app.integrations.upstash.list_databases()) do
        print(i .. ": " .. db.database_name .. " (" .. db.region .. ") " .. db.endpoint)
      end`,
    output: /^1: \S+ \(\S+\) \S+\n2: \S+ \(\S+\) \S+\n$/,
  },
  'nested fields and derived ones': {
    source: `
      local result = app.integrations.planetscale.get_database({ organization = "my-org", database = "my-database" })
      print(result.name, result.region.slug, result.branches .. " branches")
      local branch = app.integrations.planetscale.get_branch({ organization = "my-org", database = "my-database", branch = "main" })
      print(branch.role, branch.ready, branch.region.slug)
      for _, org in ipairs(app.integrations.planetscale.list_organizations().data) do print(org.name .. " " .. org.slug) end
      local user = app.integrations.planetscale.get_current_user()
      print((user.first_name or "") .. " " .. (user.last_name or ""))`,
    output: /^my-database\t\S+\t\d+ branches\nproduction\ttrue\t\S+\nmy-org my-org\n\S+ .+\n$/,
  },
  'a database in a region by its AWS name': {
    source: `
      local result = app.integrations.planetscale.create_database({
        organization = "my-org",
        name = "my-new-database",
        region = "us-east-1",
        notes = "Made by a script",
      })
      print(result.name, result.region.slug, result.branches)`,
    output: /^my-new-database\tus-east\t1\n$/,
  },
  'short names, full names and the default account are one function': {
    source: `
      local ns = app.integrations.upstash
      ns.upstash_set_key({ key = "same", value = "1" })
      print(ns.get_key{ key = "same" }.value, ns.default.get_key{ key = "same" }.value, ns.upstash_get_key{ key = "same" }.value)`,
    output: /^1\t1\t1\n$/,
  },
  'errors are tables with a readable line': {
    source: `
      local ok, err = pcall(app.integrations.upstash.set_key, { key = "k", value = "v", ex = 0 })
      print(ok, err.code, err.param)
      print(tostring(err))
      local ok2, err2 = pcall(function() return app.integrations.upstash.get_kye({ key = "k" }) end)
      print(ok2, tostring(err2):match("get_key") ~= nil)`,
    output: /^false\tinvalid_argument\tex\n.*ex.*1.*\nfalse\ttrue\n$/,
  },
};

test.each(Object.entries(scripts))('%s', async (_, { source, output }) => {
  const run = await lua.run(source);
  expect(run.error).toBeNull();
  expect(run.output).toMatch(output);
});
