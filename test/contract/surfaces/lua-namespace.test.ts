/** What a script finds under `app.integrations`, `docs` and in errors, with the installed packages. */
import { mkdtempSync, rmSync, writeFileSync, mkdirSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLuaHost } from '@kosmokrator/lua';
import type { LuaHost } from '@kosmokrator/lua';
import { KosmoError } from '@kosmokrator/runtime';
import { createHost, loadCatalog } from '@kosmokrator/host';
import type { AccountNames, Host, HostOptions } from '@kosmokrator/host';
import { afterAll, describe, expect, test } from 'vitest';
import { packageFolder, packagesFolder } from '@kosmokrator/testing/repository';

const open: LuaHost[] = [];
afterAll(() => Promise.all(open.map((lua) => lua.close())));

/** A host whose calls give back what they were asked for. */
function openLua(options: Partial<HostOptions> = {}, call?: Host['call']): LuaHost {
  const catalog = loadCatalog({ folders: [packagesFolder] });
  const host = createHost({ catalog, env: {}, ...options });
  const echo: Host['call'] = async (fullName, args, { account = 'default' } = {}) => ({
    fullName,
    args,
    account,
  });
  const lua = createLuaHost({ host: { ...host, call: call ?? echo } });
  open.push(lua);
  return lua;
}

describe('accounts', () => {
  const unreadable: AccountNames = () => {
    throw new Error('the account file cannot be read');
  };

  test('a store that cannot be read stands in the way of no script that does without it', async () => {
    const lua = openLua({ accountNames: unreadable });
    const source = `local ns = app.integrations.upstash
      return { ns.get_key{ key = "a" }.account, ns.default.get_key{ key = "a" }.account, ns.upstash_get_key{ key = "a" }.account }`;
    expect(await lua.run(source)).toMatchObject({ error: null, result: ['default', 'default', 'default'] });
  });

  test('and is named where an account is', async () => {
    const run = await openLua({ accountNames: unreadable }).run('return app.integrations.upstash.work');
    expect(run.error).toMatchObject({
      code: 'unknown_function',
      message: expect.stringContaining(
        'The names of the accounts cannot be read: the account file cannot be read',
      ),
    });
  });

  test('one that appears while the script runs is there', async () => {
    const names: string[] = [];
    const lua = openLua({ accountNames: () => names }, async (fullName, _args, { account } = {}) => {
      names.push('scratch');
      return { fullName, account };
    });
    const source = `local ns = app.integrations.upstash
      local before = pcall(function() return ns.scratch end)
      ns.get_key{ key = "a" }
      return { before, ns.scratch.get_key{ key = "a" }.account, ns.scratch.upstash_get_key{ key = "a" }.account }`;
    expect(await lua.run(source)).toMatchObject({ error: null, result: [false, 'scratch', 'scratch'] });
  });

  test('are not asked for by functions and namespaces', async () => {
    let asked = 0;
    const lua = openLua({ accountNames: () => [`asked ${(asked += 1)}`] });
    await lua.run('for _ = 1, 5 do app.integrations.upstash.get_key{ key = "a" } end');
    expect(asked).toBe(0);
  });
});

describe('a typo fails where it is indexed, with what is near', () => {
  test.each([
    ['app.integrations.upstsh', '"upstash"'],
    ['app.integrations.upstash.get_kye', '"get_key"'],
    ['app.integrations.upstash.upstash_get_kye', '"get_key"'],
    ['app.integrations.upstash.wrok', '"work"'],
    ['app.integrations.upstash.work.get_kye', '"get_key"'],
    ['app.integrations.planetscale.list_databsaes.each', '"list_databases"'],
  ])('%s', async (path, near) => {
    const run = await openLua({ accountNames: () => ['work'] }).run(`\nlocal found = ${path}`);
    expect(run.error).toMatchObject({ code: 'unknown_function', line: 2 });
    expect(run.error?.message).toMatch(new RegExp(`did you mean .*${near}`));
  });
});

test('namespaces show what is in them', async () => {
  const { output } = await openLua().run(`
    print(app.integrations)
    print(app.integrations.upstash)
    dump(app.integrations.upstash.default)
    print(app.integrations.planetscale.list_databases)
    for name, ns in pairs(app.integrations) do print(name, type(ns)) end
    dump(os)`);
  const upstash =
    'integrations.upstash: get_key, set_key, delete_key, list_keys, list_databases, get_database, get_current_user';
  expect(output).toContain(`${upstash}\n${upstash}\nfunction: planetscale_list_databases\n`);
  expect(output).toMatch(/^app\.integrations: .*planetscale, upstash/);
  expect(output).toContain('planetscale\ttable\n');
  expect(output).toMatch(/\{\n {2}clock = function: .*,\n {2}date = .*\n {2}time = .*\n\}\n$/);
});

describe('a package that is not built', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kosmo-broken-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  for (const part of ['manifest.json', 'schemas.json', 'lua']) {
    cpSync(join(packageFolder('upstash'), part), join(folder, 'upstash', part), { recursive: true });
  }
  mkdirSync(join(folder, 'planetscale'));
  cpSync(join(packageFolder('planetscale'), 'manifest.json'), join(folder, 'planetscale/manifest.json'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const lua = () => {
    const host = createHost({ catalog: loadCatalog({ folders: [folder] }), env: {} });
    const opened = createLuaHost({ host });
    open.push(opened);
    return opened;
  };

  test.each([
    ['its code', 'app.integrations.upstash.get_key({ key = "a" })', 'operations.js'],
    ['its binding', 'app.integrations.planetscale', 'lua/planetscale.lua'],
    ['its docs', 'docs.read("upstash.get_key")', 'reference.json'],
  ])('lacks %s: an error that a script can catch and a person can act on', async (_, call, file) => {
    const run = await lua().run(
      `local ok, err = pcall(function() return ${call} end) return { err.code, err.message }`,
    );
    expect(run.result).toEqual(['broken_integration', expect.stringContaining(file)]);
    expect((run.result as string[])[1]).toMatch(/Build or reinstall it\.$/);
    expect((await lua().run(`return ${call}`)).error).toMatchObject({ code: 'broken_integration', line: 1 });
  });
});

describe('a package whose manifest cannot be read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kosmo-unreadable-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  cpSync(packageFolder('upstash'), join(folder, 'upstash'), { recursive: true });
  mkdirSync(join(folder, 'acme-mail'));
  writeFileSync(join(folder, 'acme-mail/manifest.json'), '{"half');
  const problem = `the integration in ${join(folder, 'acme-mail')} is broken: `;
  // Its variables are set, as they are when it breaks.
  const env = { ACME_MAIL_TOKEN: 'made-up', UPSTASH_REDIS_REST_TOKEN: 'made-up' };
  const lua = () => openLua({ catalog: loadCatalog({ folders: [folder] }), env });

  test('is listed as broken, with the reason, and the rest is as usable as ever', async () => {
    const source = `
      local names = {}
      for name in pairs(app.integrations) do names[#names + 1] = name end
      return {
        names = names, list = docs.list(), index = docs.read("integrations"),
        found = docs.search("acme mail")[1], key = docs.search("how do I expire a key")[1].page,
        call = app.integrations.upstash.get_key{ key = "a" }.fullName,
      }`;
    const summary = expect.stringContaining(problem) as string;
    const broken = { page: 'integrations.acme_mail', title: 'acme-mail (broken)', summary };
    const { error, result } = await lua().run(source);
    expect(error).toBeNull();
    expect(result).toMatchObject({
      names: ['upstash'],
      list: [broken, { page: 'integrations.upstash' }],
      found: broken,
      key: 'integrations.upstash.set_key',
      call: 'upstash_get_key',
    });
    expect((result as { index: string }).index).toContain(
      `- \`integrations.acme_mail\`: Cannot be used: ${problem}`,
    );
  });

  test.each(['app.integrations.acme_mail.send{}', 'docs.read("acme_mail")', 'docs.read("acme_mail.send")'])(
    '%s says what is wrong',
    async (source) => {
      const { error } = await lua().run(`return ${source}`);
      expect(error).toMatchObject({
        code: 'broken_integration',
        message: expect.stringContaining(problem) as string,
      });
      expect(error?.message).toContain('Reinstall it or remove the folder.');
    },
  );
});

describe('docs', () => {
  test('are data to docs, and text to the functions that agents know', async () => {
    const source = `
      local first = docs.search("how do I expire a key")[1]
      return {
        first.page, docs.list()[2].title, lua_search_docs("how do I expire a key"):match("^[^:]+"),
        lua_read_doc("upstash.set_key") == docs.read("integrations.upstash.set_key"),
        lua_list_docs() == tostring(docs.list()), "pages: " .. docs.list(),
      }`;
    const run = await openLua().run(source);
    const list = expect.stringMatching(/^pages: integrations\.planetscale: PlanetScale\. .*\n/);
    const page = 'integrations.upstash.set_key';
    expect(run).toMatchObject({ error: null, result: [page, 'Upstash Redis', page, true, true, list] });
  });

  test('count as calls, and are not listed as such', async () => {
    const run = await openLua().run('local count = 0 while true do docs.list() end');
    expect(run.error).toMatchObject({ code: 'limit_exceeded', limit: 'calls' });
    expect(run.calls).toEqual([]);
  });

  test.each([
    ['docs.read("upstsh")', 'invalid_argument: no page "upstsh"; did you mean "integrations.upstash"?'],
    ['docs.read("upstash.set_kye")', 'did you mean "integrations.upstash.set_key"'],
    ['docs.read(nil)', 'docs.read takes a string, as in docs.read("upstash"); got nil'],
  ])('%s fails', async (call, message) => {
    const run = await openLua().run(`return tostring(select(2, pcall(function() return ${call} end)))`);
    expect(run.result).toContain(message);
  });
});

test('an error has all its fields, and as text one line that says what to do', async () => {
  const details = {
    code: 'rate_limited',
    message: 'too many requests',
    integration: 'upstash',
    function: 'get_key',
    account: 'work',
    status: 429,
    param: 'key',
    retryable: true,
    outcome: 'refused',
    attempts: 3,
    retry_after_ms: 1500,
    request_id: 'r1',
  } as const;
  const lua = openLua({}, async () => {
    throw new KosmoError(details);
  });
  const call = 'app.integrations.upstash.get_key, { key = "a" }';
  const run = await lua.run(`local _, err = pcall(${call}) return { err, tostring(err) }`);
  expect(run.result).toEqual([
    details,
    'rate_limited: too many requests (upstash.get_key, account work, HTTP 429, wait 1500 ms)',
  ]);
  const uncaught = await lua.run('\n\nreturn app.integrations.upstash.get_key({ key = "a" })');
  expect(uncaught.error).toEqual({ ...details, line: 3 });
});
