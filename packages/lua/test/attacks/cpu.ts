import type { Attack, AttackGroup } from './attack.js';

const spin = 'while true do end';
const timeout = { limit: 'timeoutMs' } as const;
const never = () => new Promise(() => {});

/** None ends by itself, and each tries another way to outlive the clock. */
const scripts: Readonly<Record<string, string>> = {
  'an empty loop': spin,
  'a loop by goto': '::again:: goto again',
  'a numeric loop': 'for i = 1, math.huge do end',
  'tail calls': 'local function f() return f() end f()',
  'a loop in pcall': `while true do pcall(function() ${spin} end) end`,
  'pcall inside pcall': `local function f() pcall(f) ${spin} end while true do pcall(f) end`,
  'an xpcall handler that goes on': `xpcall(error, function() ${spin} end)`,
  'a handler that fails for ever': 'while true do xpcall(error, function() error() end) end',
  'a coroutine': `coroutine.wrap(function() ${spin} end)()`,
  'coroutines that hand over for ever':
    'local function f() while true do coroutine.yield() end end local a, b = coroutine.wrap(f), coroutine.wrap(f) while true do a() b() end',
  'a loop in a close of a coroutine': `local co = coroutine.create(function() local x <close> = setmetatable({}, { __close = function() ${spin} end }) coroutine.yield() end) coroutine.resume(co) coroutine.close(co)`,
  'a loop in __close after an error': `pcall(function() local x <close> = setmetatable({}, { __close = function() ${spin} end }) error() end)`,
  'a comparator': `table.sort({ 3, 2, 1 }, function() ${spin} end)`,
  'a gsub callback': `("x"):gsub(".", function() ${spin} end)`,
  'an index metamethod': `local x = setmetatable({}, { __index = function() ${spin} end }).x`,
  'arithmetic metamethods':
    'local m = {} m.__add = function(a) return a + a end local x = setmetatable({}, m) while true do pcall(function() return x + x end) end',
  'an iterator without end': 'for _ in function() return 1 end do end',
  'a pairs metamethod':
    'for _ in pairs(setmetatable({}, { __pairs = function() return function() return 1 end end })) do end',
  'tostring of the error': `error(setmetatable({}, { __tostring = function() ${spin} end }))`,
  'print of a value': `print(setmetatable({}, { __tostring = function() ${spin} end }))`,
  'a pattern that backtracks': '(("a"):rep(200000)):find((".-"):rep(60) .. "b")',
  'a balanced pattern, again and again': 'local s = ("("):rep(3e4) while true do s:find("%b()") end',
  'a long replacement, again and again': 'local s = ("x"):rep(1e6) while true do s:gsub("x", "%0") end',
  'insertion at the front':
    'local t = {} while true do table.insert(t, 1, 1) if #t > 1e5 then t = {} end end',
  'compiling without end': 'local s = ("local x = 1 "):rep(150) while true do load(s) end',
  'sorting without end':
    'local t = {} for i = 1, 1e5 do t[i] = -i end while true do table.sort(t, function(a, b) return a < b end) for i = 1, 1e5 do t[i] = -i end end',
  'table.move over a wide range':
    'table.move(setmetatable({}, { __index = function() return nil end }), 1, 1 << 60, 2, setmetatable({}, { __newindex = function() end }))',
  'concatenation of a proxy':
    'while true do table.concat(setmetatable({}, { __len = function() return 1e7 end, __index = function() return "" end })) end',
  'json of the same value':
    'local t = {} for i = 1, 1000 do t[i] = { i } end while true do json.decode(json.encode(t)) end',
  'printing for ever': 'while true do print(("x"):rep(1000)) end',
  'opening integrations for ever':
    'local i = 0 while true do i = i + 1 pcall(function() return app.integrations["x" .. i] end) end',
  'a regular expression over a long text':
    'local s = ("a"):rep(1e6) while true do regex.match_all(s, "(a|aa)+(b|a?)") end',
  'a regular expression of nested repeats':
    'while true do pcall(regex.match, ("a"):rep(30000), "(((a{1,9}){1,9}){1,9})+b") end',
  'searching the docs for ever': 'while true do docs.search(("parcel "):rep(70)) end',
  'a busy wait on the clock': 'local t = os.time() while os.time() < t + 1e9 do end',
  'random numbers until an impossible one': 'repeat until math.random() > 2',
};

const waits: readonly Attack[] = [
  {
    name: 'a call that is never answered',
    script: 'app.integrations.parcel_post.count()',
    answer: never,
    holds: timeout,
  },
  {
    name: 'a call in pcall that is never answered',
    script: 'while true do pcall(app.integrations.parcel_post.count) end',
    answer: never,
    holds: timeout,
  },
];

export const cpu: AttackGroup = {
  name: 'cpu',
  limits: { timeoutMs: 250, calls: 1e9 },
  attacks: [...Object.entries(scripts).map(([name, script]) => ({ name, script, holds: timeout })), ...waits],
};
