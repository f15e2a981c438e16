import type { AttackGroup } from './attack.js';

const grow = 'local t = {} while true do t[#t + 1] = { #t } end';

/** Each wants more than there is, and most of them catch what they can. */
const scripts: Readonly<Record<string, string>> = {
  'a table that grows': grow,
  'a table that grows, in pcall': `while true do pcall(function() ${grow} end) end`,
  'a table that grows and is kept, in pcall':
    'kept = {} while true do pcall(function() for i = 1, 1e6 do kept[#kept + 1] = {} end end) end',
  'a string in one piece': 'return #("x"):rep(1 << 30)',
  'a string in one piece, in pcall': 'while true do pcall(string.rep, "x", 1 << 26) end',
  'a string that doubles': 'local s = "x" while true do s = s .. s end',
  'a string with separators': 'return #("x"):rep(1e6, ("y"):rep(100))',
  'a buffer of concat':
    'local s, t = ("x"):rep(1e5), {} for i = 1, 1000 do t[i] = s end return #table.concat(t)',
  'a replacement that multiplies': 'local s = ("x"):rep(1e5) return #s:gsub("x", ("y"):rep(1000))',
  'strings that differ': 'local t, i = {}, 0 while true do i = i + 1 t["key" .. i] = true end',
  'a linked list': 'local l while true do l = { l } end',
  closures: 'local t = {} while true do t[#t + 1] = function() return t end end',
  coroutines: 'local t = {} while true do t[#t + 1] = coroutine.create(print) end',
  'coroutines that are kept half-way':
    'local t = {} while true do local c = coroutine.wrap(function(...) coroutine.yield(...) end) c(1, 2, 3) t[#t + 1] = c end',
  'packs of values':
    'local t = {} while true do t[#t + 1] = table.pack(table.unpack(t, 1, math.min(#t, 200))) end',
  'a stack that grows':
    'local function f() local a, b, c, d, e, g, h = 1, 2, 3, 4, 5, 6, 7 return (f()) + a + b + c + d + e + g + h end while true do pcall(f) keep = { keep, ("x"):rep(1e5) } end',
  'a metamethod': `local x = setmetatable({}, { __index = function() ${grow} end }).x`,
  'a comparator': `table.sort({ 2, 1 }, function() ${grow} end)`,
  'a close after an error': `pcall(function() local x <close> = setmetatable({}, { __close = function() ${grow} end }) error() end)`,
  'an error handler': `xpcall(error, function() ${grow} end)`,
  'errors that are kept':
    'local t = {} while true do local _, e = pcall(error, { ("x"):rep(1000) .. #t }) t[#t + 1] = e end',
  'the constants of a chunk':
    'local t = {} for i = 1, 1e7 do t[#t + 1] = i .. ".5" end load("return {" .. table.concat(t, ",") .. "}")',
  'json of a large value':
    'local t = {} for i = 1, 2e5 do t[i] = "xxxxxxxxxx" end while true do kept = { kept, json.encode(t) } end',
  'results of calls that are kept':
    'local t = {} while true do t[#t + 1] = app.integrations.parcel_post.send_parcel({ content = ("x"):rep(1e6) }) end',
};

export const memory: AttackGroup = {
  name: 'memory',
  limits: { timeoutMs: 60_000, memoryBytes: 16 * 2 ** 20 },
  attacks: Object.entries(scripts).map(([name, script]) => ({
    name,
    script,
    holds: { limit: 'memoryBytes' },
  })),
};
