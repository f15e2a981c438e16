/** Calls work wherever a script can be. Runs the built package, as `lua-host.test.ts` does. */
import { afterAll, describe, expect, test } from 'vitest';
import { createLuaHost } from '../../dist/index.js';
import { openAnsweredHost } from '../../testing/answered-host.js';

let made = 0;
const { host, remove } = openAnsweredHost(() => (made += 1));
const lua = createLuaHost({ host });

afterAll(async () => {
  await lua.close();
  remove();
});

/** Each gives back what its calls gave, which count from 1. */
const places: Readonly<Record<string, readonly [source: string, result: unknown]>> = {
  pcall: ['return pcall(count)', [true, 1]],
  'xpcall, and its handler': [
    'return xpcall(function() count() error("x") end, function() return count() end)',
    [false, 2],
  ],
  'a coroutine, between its yields': [
    `local next_one = coroutine.wrap(function() coroutine.yield(count()) coroutine.yield(count()) end)
     return next_one(), next_one()`,
    [1, 2],
  ],
  'a coroutine in a coroutine in pcall': [
    'return pcall(coroutine.wrap(function() return coroutine.wrap(count)() end))',
    [true, 1],
  ],
  'a comparator of table.sort': [
    'local list, calls = { 3, 1, 2 }, 0 table.sort(list, function(a, b) calls = count() return a < b end) return list, calls > 1',
    [[1, 2, 3], true],
  ],
  'a callback of string.gsub': ['return (("abc"):gsub(".", function() return tostring(count()) end))', '123'],
  'the __index metamethod': ['local t = setmetatable({}, { __index = count }) return t.a, t.b', [1, 2]],
  'the __newindex metamethod': [
    'local seen local t = setmetatable({}, { __newindex = function() seen = count() end }) t.x = 1 return seen',
    1,
  ],
  'arithmetic, comparison, concatenation and length': [
    `local m = { __add = count, __lt = function() return count() == 2 end, __concat = count, __len = count }
     local t = setmetatable({}, m)
     return t + t, t < t, t .. t, #t`,
    [1, true, 3, 4],
  ],
  'the __call and __tostring metamethods': [
    `local t = setmetatable({}, { __call = count, __tostring = function() return "n" .. count() end })
     return t(), tostring(t)`,
    [1, 'n2'],
  ],
  'an iterator': [
    'local sum = 0 for n in function() local n = count() return n < 4 and n or nil end do sum = sum + n end return sum',
    6,
  ],
  'the __pairs metamethod': [
    'local keys = {} for k in pairs(setmetatable({}, { __pairs = function() return function(_, k) return (k or 0) < 2 and count() or nil end end })) do keys[#keys + 1] = k end return keys',
    [1, 2],
  ],
  '__close at the end of a block': [
    'local seen do local x <close> = setmetatable({}, { __close = function() seen = count() end }) end return seen',
    1,
  ],
  '__close after an error': [
    `local seen
     pcall(function() local x <close> = setmetatable({}, { __close = function() seen = count() end }) error("x") end)
     return seen`,
    1,
  ],
  '__close of a coroutine that is closed': [
    `local seen
     local co = coroutine.create(function() local x <close> = setmetatable({}, { __close = function() seen = count() end }) coroutine.yield() end)
     coroutine.resume(co) coroutine.close(co)
     return seen`,
    1,
  ],
  'a chunk of load, and its reader': [
    'local pieces = { "return ", "count()" } return load(function() count() return table.remove(pieces, 1) end)()',
    4,
  ],
};

describe('a call works in', () => {
  test.each(Object.entries(places))('%s', async (_place, [source, result]) => {
    made = 0;
    const done = await lua.run(`function count() return app.integrations.parcel_post.count() end ${source}`);
    expect(done.error).toBeNull();
    expect(done.result).toEqual(result);
    expect(done.calls).toHaveLength(made);
  });
});

describe('an error that nothing catches tells its line from', () => {
  const call = 'app.integrations.parcel_post.no_such_function()';

  test.each([
    ['a function', `local function f()\n${call}\nend\nf()`, 2],
    ['a coroutine', `coroutine.wrap(function()\n\n${call}\nend)()`, 3],
    ['a comparator', `table.sort({ 2, 1 }, function()\n${call}\nend)`, 2],
    ['a callback', `("x"):gsub(".", function()\n${call}\nend)`, 2],
    ['a metamethod', `local t = setmetatable({}, { __index = function()\n${call}\nend })\nreturn t.x`, 2],
    ['__close', `do local x <close> = setmetatable({}, { __close = function()\n${call}\nend })\nend`, 2],
    [
      'where it began, when it is raised again',
      `local ok, e = pcall(function()\n${call}\nend)\nerror(e, 0)`,
      2,
    ],
  ])('%s', async (_place, source, line) => {
    const { error } = await lua.run(source, { name: 'report.lua' });
    expect(error).toMatchObject({ line });
  });
});
