import type { Attack, AttackGroup } from './attack.js';

const send = 'app.integrations.parcel_post.send_parcel';
const count = 'app.integrations.parcel_post.count';
const invalid = (message: string) => ({ code: 'invalid_argument', message });
const nested = (levels: number): unknown => Array.from({ length: levels }).reduce((inner) => [inner], 1);

/** Values, names and results that are not what the bridge expects. */
const attacks: readonly Attack[] = [
  {
    name: 'a cycle',
    script: `local t = {} t.t = t ${send}({ content = t })`,
    holds: invalid('contains itself'),
  },
  { name: 'a function', script: `${send}({ content = print })`, holds: invalid('is a function') },
  {
    name: 'a coroutine',
    script: `${send}({ content = coroutine.create(print) })`,
    holds: invalid('is a coroutine'),
  },
  { name: 'a number that is none', script: `${send}({ content = 0/0 })`, holds: invalid('NaN') },
  { name: 'an infinite number', script: `${send}({ content = math.huge })`, holds: invalid('Infinity') },
  {
    name: 'bytes that are no text',
    script: `${send}({ content = "\\xc0\\x80" })`,
    holds: invalid('not UTF-8'),
  },
  {
    name: 'a list with a gap as wide as can be',
    script: `${send}({ content = { [1 << 53] = 1 } })`,
    holds: invalid('gaps'),
  },
  {
    name: 'keys that are no names',
    script: `${send}({ content = { [true] = 1 } })`,
    holds: invalid('a key'),
  },
  { name: 'a list with fields', script: `${send}({ content = { 1, x = 2 } })`, holds: invalid('mixes') },
  { name: 'something else than a table', script: `${send}("content")`, holds: invalid('one table') },
  {
    name: 'too many levels, in pcall',
    script: `local t = {} for i = 1, 1e5 do t = { t } end while true do pcall(${send}, { content = t }) end`,
    holds: { limit: 'depth' },
  },
  {
    name: 'a long string, in pcall',
    script: `while true do pcall(${send}, { content = ("x"):rep(2e6) }) end`,
    holds: { limit: 'argumentBytes' },
  },
  {
    name: 'many small values, in pcall',
    script: `local t = {} for i = 1, 5e5 do t[i] = i end while true do pcall(${send}, { content = t }) end`,
    holds: { limit: 'argumentBytes' },
  },
  {
    name: 'one table many times',
    script: `local t = { 1 } for i = 1, 30 do t = { t, t } end while true do pcall(${send}, { content = t }) end`,
    holds: { limit: 'argumentBytes' },
  },
  {
    name: 'long keys',
    script: `${send}({ content = { [("k"):rep(2e6)] = 1 } })`,
    holds: { limit: 'argumentBytes' },
  },
  {
    name: 'too many calls, in pcall',
    script: `while true do pcall(${count}) end`,
    holds: { limit: 'calls' },
  },
  {
    name: 'too many calls, from coroutines',
    script: `while true do coroutine.wrap(function() pcall(${count}) end)() end`,
    holds: { limit: 'calls' },
  },
  {
    name: 'a result that is too large',
    script: `while true do pcall(${count}) end`,
    answer: () => 'x'.repeat(5e6),
    holds: { limit: 'resultBytes' },
  },
  {
    name: 'a result of too many values',
    script: `pcall(${count})`,
    answer: () => Array.from({ length: 1e6 }, (_, i) => i),
    holds: { limit: 'resultBytes' },
  },
  {
    name: 'a result that is too deep',
    script: `pcall(${count})`,
    answer: () => nested(5000),
    holds: { limit: 'depth' },
  },
  {
    name: 'an own result that is too large',
    script: 'return ("x"):rep(5e6)',
    holds: { limit: 'resultBytes' },
  },
  {
    name: 'an own result that is too deep',
    script: 'local t = {} for i = 1, 100 do t = { t } end return t',
    holds: { limit: 'depth' },
  },
  {
    name: 'a prototype in the arguments',
    script: `local p = { polluted = true } return ${send}({ content = { ["__proto__"] = p, constructor = { prototype = p } } }).content["__proto__"].polluted`,
    holds: { result: true },
  },
  {
    name: 'a prototype in the result of the script',
    script: 'return { ["__proto__"] = { polluted = true } }',
    holds: { result: JSON.parse('{ "__proto__": { "polluted": true } }') },
  },
  {
    name: 'names of the prototype as integrations',
    script: `local got = {}
      for _, name in ipairs({ "__proto__", "constructor", "toString", "hasOwnProperty", "" }) do
        got[#got + 1] = tostring((pcall(function() return app.integrations[name] end)))
      end
      return table.concat(got, " ")`,
    holds: { result: 'false false false false false' },
  },
  {
    name: 'paths as integrations',
    script: `local got = {}
      for _, name in ipairs({ "../../etc/passwd", "parcel_post\\0", "parcel_post/../x", "/etc/passwd", ("x"):rep(1e5) }) do
        got[#got + 1] = tostring((pcall(function() return app.integrations[name].count end)))
      end
      return table.concat(got, " ")`,
    holds: { result: 'false false false false false' },
  },
  {
    name: 'names of the prototype as functions',
    script: `local got = {}
      for _, name in ipairs({ "__proto__", "constructor", "toString", "__index", "valueOf" }) do
        got[#got + 1] = tostring((pcall(function() return app.integrations.parcel_post[name]() end)))
      end
      return table.concat(got, " ")`,
    holds: { result: 'false false false false false' },
  },
  {
    name: 'tables that pretend',
    script: `local lie = setmetatable({}, { __index = function() return "x" end, __len = function() return 9 end,
        __pairs = function() return next, { stolen = 1 } end })
      return ${send}({ content = { lie = lie, n = 1 } })`,
    holds: { result: { content: { lie: {}, n: 1 } } },
  },
  {
    name: 'nested values on a stack that is nearly full',
    script: `local t = {} for i = 1, 30 do t = { t } end
      local function deep(n) if n == 0 then return ${send}({ content = t }) end local r = deep(n - 1) return r end
      local made = 0
      for n = 100, 190, 5 do if pcall(deep, n * 1000) then made = made + 1 end end
      return made > 0`,
    holds: { result: true },
  },
  {
    name: 'a call from a coroutine that is closed in it',
    script: `local co co = coroutine.create(function() return (pcall(coroutine.close, co)), ${count}() end)
      return select(2, coroutine.resume(co))`,
    answer: () => 5,
    holds: { result: [false, 5] },
  },
  {
    name: 'an error that looks like a limit',
    script: 'error({ code = "limit_exceeded", message = "mine", limit = 7 })',
    holds: { code: 'limit_exceeded', message: 'mine' },
  },
];

export const bridge: AttackGroup = { name: 'bridge', limits: { timeoutMs: 30_000 }, attacks };
