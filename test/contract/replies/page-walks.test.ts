/** `each` in scripts, for every style of pages, with the default account and a named one. */
import { createLuaHost } from '@kosmokrator/lua';
import { accountFromEnv, createHost, loadCatalog } from '@kosmokrator/host';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { installPager } from './pager/install-pager.js';
import { startPagerServer } from './pager/pager-server.js';

const installed = await installPager();
const server = await startPagerServer();
const host = createHost({
  catalog: loadCatalog({ folders: [installed.folder] }),
  env: server.env,
  accounts: (operation, name) => ({ ...accountFromEnv(operation.integration, server.env), name }),
  accountNames: () => ['work'],
});
const lua = createLuaHost({ host, limits: { calls: 6 } });

beforeEach(() => void server.requests());
afterAll(async () => {
  await lua.close();
  await server.close();
  installed.remove();
});

const requests: Record<string, readonly string[]> = {
  by_page: ['GET /page?page=1', 'GET /page?page=2', 'GET /page?page=3', 'GET /page?page=4'],
  by_offset: ['GET /offset?offset=0', 'GET /offset?offset=2', 'GET /offset?offset=4'],
  by_cursor: ['begin', '2', '4'].map((after) => `POST /cursor ${JSON.stringify({ after })}`),
  by_link: ['GET /link', 'GET /link?after=2', 'GET /link?after=4'],
};

describe.each(Object.entries(requests))('%s', (name, expected) => {
  test.each([
    ['the default account', `pager.${name}`, 'default'],
    ['its full name', `pager.pager_${name}`, 'default'],
    ['a named account', `pager.work.${name}`, 'work'],
  ])('gives all items to %s, one request a page', async (_, path, account) => {
    const run = await lua.run(`
      local pager, numbers = app.integrations.pager, {}
      for number in ${path}.each{} do numbers[#numbers + 1] = number end
      return numbers`);
    expect(run.error).toBeNull();
    expect(run.result).toEqual([1, 2, 3, 4, 5]);
    expect(server.requests()).toEqual(expected);
    expect(run.calls).toEqual(
      expected.map(() => ({ function: `pager_${name}`, account, ms: expect.any(Number), ok: true })),
    );
  });

  test('sends nothing more once the loop is left', async () => {
    const run = await lua.run(`
      for number in app.integrations.pager.${name}.each() do
        if number == 2 then break end
      end
      for number in app.integrations.pager.${name}.each() do
        if number == 3 then return number end
      end`);
    expect(run).toMatchObject({ ok: true, result: 3 });
    expect(run.calls).toHaveLength(3);
    expect(server.requests()).toEqual([expected[0], ...expected.slice(0, 2)]);
  });
});

test('a walk that nobody begins sends nothing', async () => {
  const run = await lua.run('local walk = app.integrations.pager.by_link.each{} return type(walk)');
  expect(run).toMatchObject({ ok: true, result: 'function', calls: [] });
  expect(server.requests()).toEqual([]);
});

test('two walks go side by side, and in a coroutine', async () => {
  const run = await lua.run(`
    local pager, both = app.integrations.pager, {}
    local one = pager.by_link.each{}
    local other = coroutine.wrap(function() for number in pager.by_offset.each{} do coroutine.yield(number) end end)
    for index = 1, 3 do both[index] = one() + other() end
    return both`);
  expect(run.result).toEqual([2, 4, 6]);
});

test('as many walks are open as may be, and those that are lost make room', async () => {
  const few = createLuaHost({ host, limits: { walks: 3 } });
  const kept = await few.run(`
    local pager, kept = app.integrations.pager, {}
    for index = 1, 4 do kept[index] = pager.by_link.each{} end`);
  expect(kept.error).toMatchObject({ code: 'limit_exceeded', limit: 'walks', value: 3 });
  const lost = await few.run(`
    local pager, last = app.integrations.pager, nil
    local kept = pager.by_link.each{}
    for index = 1, 20 do last = pager.by_offset.each{} end
    return { kept(), last() }`);
  expect(lost).toMatchObject({ error: null, result: [1, 1] });
  const ended = await few.run(`
    local pager, sum = app.integrations.pager, 0
    for index = 1, 10 do for number in pager.by_link.each{} do sum = sum + number end end
    return sum`);
  expect(ended).toMatchObject({ error: null, result: 150 });
  await few.close();
});

test('a walk counts when it begins, and its first page does not count again', async () => {
  const begun = await lua.run(`
    local each, count = app.integrations.pager.by_link.each, 0
    while true do
      each{}
      count = count + 1
      print(count)
    end`);
  expect(begun.error).toMatchObject({ code: 'limit_exceeded', limit: 'calls' });
  expect(begun.output).toBe('1\n2\n3\n4\n5\n6\n');
  expect(server.requests()).toEqual([]);
});

test('each page counts as a call', async () => {
  const run = await lua.run(`
    local pager = app.integrations.pager
    while true do pcall(function() for _ in pager.by_offset.each{} do end end) end`);
  expect(run.error).toMatchObject({ code: 'limit_exceeded', limit: 'calls' });
  expect(server.requests()).toHaveLength(6);
});

test('arguments are checked as those of a call are', async () => {
  const run = await lua.run(`
    local ok, err = pcall(app.integrations.pager.by_page.each{ pgae = 1 })
    return err.code, err.message, tostring(app.integrations.pager.by_page)`);
  expect(run.result).toEqual([
    'invalid_argument',
    expect.stringContaining('"pgae" is not a param'),
    'function: pager_by_page',
  ]);
  expect(server.requests()).toEqual([]);
});
