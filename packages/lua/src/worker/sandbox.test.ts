/** Runs the built package, as `lua-host.test.ts` does. */
import { afterAll, describe, expect, test } from 'vitest';
import { createLuaHost } from '../../dist/index.js';
import { openAnsweredHost } from '../../testing/answered-host.js';

const { host, remove } = openAnsweredHost(() => 3);
const lua = createLuaHost({ host });

afterAll(async () => {
  await lua.close();
  remove();
});

async function resultOf(source: string): Promise<unknown> {
  const done = await lua.run(source, { name: 'test.lua' });
  expect(done.error).toBeNull();
  return done.result;
}

describe('a library', () => {
  const libraries = ['coroutine', 'json', 'math', 'os', 'string', 'table', 'utf8'];

  test.each(libraries)('%s is read-only', async (name) => {
    const changes = [
      `${name}.extra = 1`,
      `rawset(${name}, "extra", 1)`,
      `table.insert(${name}, 1)`,
      `setmetatable(${name}, {})`,
    ];
    for (const change of changes) {
      const done = await lua.run(`${change}`);
      expect(done.error).toMatchObject({ code: 'script_error', line: 1 });
    }
    expect(await resultOf(`return ${name}.extra, #${name}, getmetatable(${name})`)).toEqual([null, 0, false]);
  });

  test('says where to put a function of the script instead', async () => {
    const { error } = await lua.run('\nfunction string.trim(s) return s end', { name: 'test.lua' });
    const message = 'string is read-only: store trim in a local or global variable instead';
    expect(error).toEqual({ code: 'script_error', message, line: 2 });
  });

  test('can be iterated and called, and no iteration gives it away', async () => {
    const source = `
      local names = {}
      for name, member in pairs(math) do
        if type(member) == "function" then names[#names + 1] = name end
      end
      table.sort(names)
      local _, state = pairs(math)
      return names[1], state == math, ("x"):rep(3), #"abc", math.floor(2.5)`;
    expect(await resultOf(source)).toEqual(['abs', true, 'xxx', 3, 2]);
  });

  test('app and app.integrations are read-only, too', async () => {
    for (const change of ['app.x = 1', 'app.integrations = {}', 'app.integrations.parcel_post = {}'])
      expect((await lua.run(change)).error).toMatchObject({ message: expect.stringContaining('read-only') });
  });
});

test('globals are the script’s own', async () => {
  const source = `
    count = 1
    function more() count = count + 1 return count end
    rawset(_G, "other", more())
    local print = nil
    string = { rep = function() return "mine" end }
    return other, count, string.rep(), ("x"):rep(2), app.integrations.parcel_post.count()`;
  expect(await resultOf(source)).toEqual([2, 2, 'mine', 'xx', 3]);
});
