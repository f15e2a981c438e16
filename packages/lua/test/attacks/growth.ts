import type { Attack, AttackGroup } from './attack.js';

const each = 'app.integrations.parcel_post.each_parcel';
const refused = (message: string) => ({ code: 'script_error', message });
const invalid = (message: string) => ({ code: 'invalid_argument', message });
const large = '{ content = ("x"):rep(900000) }';

/** What a script makes large outside of its own memory: on the main thread, or in the heap of its worker. */
const attacks: readonly Attack[] = [
  {
    name: 'a pattern of a thousand groups',
    script: 'regex.match_all(("a"):rep(1e5), ("()"):rep(1000) .. "a")',
    holds: refused('at most 200'),
  },
  {
    name: 'positions of many groups',
    script: 'regex.match_all(("a"):rep(1e5), ("()"):rep(190) .. "a")',
    holds: { limit: 'memoryBytes' },
  },
  {
    name: 'positions of many groups, in pcall',
    script: 'while true do pcall(regex.gsub, ("a"):rep(1e6), ("()"):rep(100) .. "a", "") end',
    holds: { limit: 'memoryBytes' },
  },
  {
    name: 'a pattern of many repetitions',
    script: 'regex.match("a", ("a{1000}"):rep(500))',
    holds: refused('too large'),
  },
  {
    name: 'repetitions of repetitions',
    script: 'regex.match("a", ("(?:(?:a{0,30}){0,30})"):rep(190))',
    holds: refused('too large'),
  },
  {
    name: 'repetitions behind brackets',
    script: 'regex.match("a", ("[](]a{1000}"):rep(300))',
    holds: refused('too large'),
  },
  {
    name: 'large patterns by the hundred',
    script: `for i = 1, 200 do regex.match("a", ("a{1000}"):rep(4) .. "(?:b" .. i .. "){500}") end return true`,
    holds: { result: true },
  },
  {
    name: 'classes by the hundred',
    script: 'return regex.match("a", ("(?i)[^\\\\pL]"):rep(380)) == nil',
    holds: { result: true },
  },
  {
    name: 'a pattern as long as can be',
    script: 'regex.match("a", ("x"):rep(2e7))',
    holds: refused('longer than 4096'),
  },
  {
    name: 'a text of bytes that are no characters',
    script: 'for i = 1, 20 do regex.match(("\\xff"):rep(1e6), "b") end return true',
    holds: { result: true },
  },
  {
    name: 'searches inside searches',
    script: `local function search(depth)
        if depth == 0 then return "" end
        return (regex.gsub(("\\xff"):rep(5e5), "^.", function() return search(depth - 1) end))
      end
      return #search(12)`,
    holds: { result: 5_999_988 },
  },
  {
    name: 'places that are no numbers',
    script: `local got = {}
      for _, n in ipairs({ 0/0, 1/0, -1/0, 1e300, 1.5 }) do
        got[#got + 1] = tostring(pcall(regex.match, "a", "a", n)) .. " " .. tostring(pcall(regex.gsub, "a", "a", "", n > 0 and n or 0/0))
      end
      return table.concat(got, " ")`,
    holds: { result: 'false false false false false false false false false false' },
  },
  {
    name: 'places beyond all numbers',
    script:
      'return regex.match("a", "a", math.mininteger).first, regex.match("a", "a", math.maxinteger) == nil',
    holds: { result: [1, true] },
  },
  {
    name: 'walks that are kept',
    script: `local kept = {} while true do kept[#kept + 1] = ${each}(${large}) end`,
    holds: { limit: 'walks' },
  },
  {
    name: 'walks that are kept, in pcall',
    script: `local kept = {} while true do pcall(function() kept[#kept + 1] = ${each}(${large}) end) end`,
    holds: { limit: 'walks' },
  },
  {
    name: 'walks that are lost',
    script: `while true do pcall(${each}, ${large}) end`,
    holds: { limit: 'calls' },
  },
  {
    name: 'walks that are lost in coroutines',
    script: `while true do
        coroutine.wrap(function() for parcel in ${each}(${large}) do coroutine.yield(parcel) end end)()
      end`,
    holds: { limit: 'calls' },
  },
  {
    name: 'walks that are left',
    script: `while true do for _ in ${each}({}) do break end end`,
    holds: { limit: 'calls' },
  },
  {
    name: 'walks inside walks',
    script: `local function walk() for _ in ${each}(${large}) do walk() end end walk()`,
    holds: { limit: 'walks' },
  },
  {
    name: 'a long word in a search',
    script: 'docs.search(("a"):rep(60000))',
    holds: invalid('500 characters'),
  },
  {
    name: 'a word as long as can be in a search',
    script: 'docs.search(("aB"):rep(1e7))',
    holds: invalid('500 characters'),
  },
  {
    name: 'many words in a search',
    script: 'docs.search(("a b c d e "):rep(1e6))',
    holds: invalid('500 characters'),
  },
  {
    name: 'searches without end',
    script: `while true do pcall(docs.search, ("parcel "):rep(70)) pcall(lua_search_docs, ("q"):rep(499)) end`,
    holds: { limit: 'calls' },
  },
  {
    name: 'a long name of a page',
    script: 'docs.read(("integrations."):rep(1e6))',
    holds: invalid('at most 200 characters'),
  },
  {
    name: 'a long name of an integration',
    script: 'local _ = app.integrations[("x"):rep(2e7)]',
    holds: { code: 'unknown_function', message: 'x…' },
  },
  {
    name: 'names without end',
    script: 'local i = 0 while true do i = i + 1 pcall(function() return app.integrations["x" .. i] end) end',
    holds: { limit: 'calls' },
  },
  {
    name: 'one integration again and again',
    script: `while true do rawset(app.integrations, "parcel_post", nil) local _ = app.integrations.parcel_post end`,
    holds: { limit: 'calls' },
  },
  {
    name: 'a long name of an argument',
    script: `app.integrations.parcel_post.send_parcel({ content = { [("k"):rep(1e6)] = print } })`,
    holds: invalid('args.content.kkk'),
  },
  {
    name: 'an error of a long text',
    script: 'error(("x"):rep(2e7))',
    holds: refused('x [error text cut: it is longer than 8192 bytes]'),
  },
  {
    name: 'an error of a table with a long text',
    script: 'error({ code = "mine", message = ("x"):rep(2e7), n = 1 })',
    holds: { code: 'mine', message: 'x [error text cut: it is longer than 8192 bytes]' },
  },
  {
    name: 'an error of a large table',
    script: 'error({ code = "mine", message = "large", more = ("x"):rep(1e5) })',
    holds: { code: 'mine', message: 'large [other fields left out: the error is larger than 65536 bytes]' },
  },
  {
    name: 'an error of a deep table',
    script: 'local t = {} for i = 1, 1e5 do t = { t } end error({ code = "mine", message = "deep", t = t })',
    holds: {
      code: 'mine',
      message: 'deep [other fields left out: the error has more than 8 levels of tables]',
    },
  },
  {
    name: 'an error that makes its text',
    script: 'error(setmetatable({}, { __tostring = function() return ("x"):rep(2e7) end }))',
    holds: refused('error text cut'),
  },
  {
    name: 'a syntax error in a long word',
    script: 'error((select(2, load("x " .. ("y"):rep(3e6)))))',
    holds: refused('error text cut'),
  },
  {
    name: 'many large results',
    script: 'local s = ("x"):rep(4e6) return s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s',
    holds: { limit: 'resultBytes' },
  },
  {
    name: 'as many results as can be',
    script: 'local t = {} for i = 1, 9e5 do t[i] = i end return table.unpack(t)',
    holds: { limit: 'resultBytes' },
  },
  {
    name: 'a flood of output',
    script: 'for i = 1, 200 do print(("x"):rep(1e6)) end return true',
    holds: { result: true },
  },
];

export const growth: AttackGroup = { name: 'growth', limits: { timeoutMs: 60_000 }, attacks };
