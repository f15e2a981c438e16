import type { Attack, AttackGroup } from './attack.js';

// list_keys is denied, the rest would have to be asked about and nobody can be. `try` gives the code of the refusal.
const before = `local redis = app.integrations.upstash
  local function try(f, ...) local ok, e = pcall(f, ...) return ok and "made" or type(e) == "table" and e.code or "script_error" end `;
const denied = { result: 'policy_denied' };
const asked = { result: 'approval_required' };

const attacks: readonly Attack[] = [
  { name: 'a denied read', script: 'return try(redis.list_keys)', holds: denied },
  { name: 'a denied read, not caught', script: 'redis.list_keys()', holds: { code: 'policy_denied' } },
  {
    name: 'a read that would be asked about',
    script: 'return try(redis.get_key, { key = "1" })',
    holds: asked,
  },
  {
    name: 'a write that would be asked about',
    script: 'return try(redis.set_key, { key = "1", value = "1" })',
    holds: asked,
  },
  { name: 'the default account by name', script: 'return try(redis.default.list_keys)', holds: denied },
  { name: 'another account', script: 'return try(redis.other.list_keys)', holds: denied },
  {
    name: 'another account, asked about',
    script: 'return try(redis.other.get_key, { key = "1" })',
    holds: asked,
  },
  { name: 'the full name', script: 'return try(redis.upstash_list_keys)', holds: denied },
  {
    name: 'again and again',
    script:
      'local made = 0 for i = 1, 200 do if pcall(redis.list_keys) then made = made + 1 end end return made',
    holds: { result: 0 },
  },
  {
    name: 'a coroutine',
    script: 'return coroutine.wrap(function() return try(redis.list_keys) end)()',
    holds: denied,
  },
  {
    name: 'two coroutines in turn',
    script: `local function f() coroutine.yield(try(redis.list_keys)) return try(redis.list_keys) end
      local a, b = coroutine.wrap(f), coroutine.wrap(f)
      return a() .. " " .. b() .. " " .. a() .. " " .. b()`,
    holds: { result: 'policy_denied policy_denied policy_denied policy_denied' },
  },
  {
    name: 'the handler of an error',
    script: 'return select(2, xpcall(redis.list_keys, function() return try(redis.list_keys) end))',
    holds: denied,
  },
  {
    name: 'an index metamethod',
    script:
      'return try(function() return setmetatable({}, { __index = function() return redis.list_keys() end }).x end)',
    holds: denied,
  },
  {
    name: 'a call metamethod',
    script: 'return try(setmetatable({}, { __call = function() return redis.list_keys() end }))',
    holds: denied,
  },
  {
    name: 'a close',
    script:
      'return try(function() local x <close> = setmetatable({}, { __close = function() redis.list_keys() end }) end)',
    holds: denied,
  },
  {
    name: 'a comparator',
    script: 'return try(table.sort, { 2, 1 }, function() return redis.list_keys() end)',
    holds: denied,
  },
  {
    name: 'a gsub callback',
    script: 'return try(string.gsub, "x", ".", function() return redis.list_keys() end)',
    holds: denied,
  },
  {
    name: 'renamed tables',
    script:
      'local box = { allowed = redis.list_keys } local alias = setmetatable({}, { __index = box }) return try(alias.allowed)',
    holds: denied,
  },
  {
    name: 'a denied function under the name of another',
    script: 'pcall(rawset, redis, "get_key", redis.list_keys) return try(redis.get_key)',
    holds: denied,
  },
  {
    name: 'a chunk that passes for the host',
    script: 'return try(load("return app.integrations.upstash.list_keys()", "=prelude"))',
    holds: denied,
  },
  {
    name: 'globals replaced under the binding',
    script: `error = function() end pcall = function(f, ...) return true, f(...) end setmetatable = function(t) return t end
      type = function() return "table" end
      local _, e = coroutine.resume(coroutine.create(redis.list_keys))
      return e.code`,
    holds: denied,
  },
  {
    name: 'approval in the arguments',
    script:
      'return try(redis.set_key, { key = "1", value = "1", approved = true, yes = true, policy = "allow", account = "other" })',
    holds: { result: 'invalid_argument' },
  },
  {
    name: 'a forged message',
    script:
      'return try(redis.list_keys, { type = "call", call = { ["function"] = "upstash_get_key", account = "other", args = { key = "1" } } })',
    holds: { result: 'invalid_argument' },
  },
  {
    name: 'another spelling of the function',
    script: 'return try(function() return redis.LIST_KEYS() end)',
    holds: { result: 'unknown_function' },
  },
  {
    name: 'a function name with a NUL',
    script: 'return try(function() return redis["list_keys\\0"]() end)',
    holds: { result: 'unknown_function' },
  },
  {
    name: 'another spelling of the integration',
    script: 'return try(function() return app.integrations["UPSTASH"].list_keys() end)',
    holds: { result: 'unknown_function' },
  },
  {
    name: 'an account of an account',
    script: 'return try(function() return redis.default.other.list_keys() end)',
    holds: { result: 'unknown_function' },
  },
  {
    name: 'an account that is none',
    script: 'return try(function() return redis["../other"].list_keys() end)',
    holds: { result: 'unknown_function' },
  },
  {
    name: 'all functions there are',
    script: `local made = 0
      for _, value in pairs(redis) do if type(value) == "function" and pcall(value, { key = "1" }) then made = made + 1 end end
      return made`,
    holds: { result: 0 },
  },
  {
    name: 'a forged success',
    script: `local _, e = pcall(redis.list_keys) e.code = nil e.ok = true setmetatable(e, nil)
      return try(redis.list_keys)`,
    holds: denied,
  },
];

export const policy: AttackGroup = { name: 'policy', limits: { timeoutMs: 10_000 }, before, attacks };
