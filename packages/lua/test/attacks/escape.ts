import type { Attack, AttackGroup } from './attack.js';

const nothing = { result: null };

/** Each gives back what it got hold of; `args.file` holds the canary. */
const attacks: readonly Attack[] = [
  { name: 'read a file through io', script: 'return io and io.open(args.file):read("a")', holds: nothing },
  { name: 'iterate a file', script: 'return io and io.lines(args.file)()', holds: nothing },
  { name: 'run a command', script: 'return os.execute or io and io.popen', holds: nothing },
  {
    name: 'read the environment',
    script: 'return os.getenv and (os.getenv("PATH") or "no path")',
    holds: nothing,
  },
  {
    name: 'change files through os',
    script: 'return os.remove or os.rename or os.tmpname and os.tmpname()',
    holds: nothing,
  },
  { name: 'end the process', script: 'return os.exit and "os.exit"', holds: nothing },
  { name: 'change the locale', script: 'return os.setlocale and os.setlocale("C")', holds: nothing },
  { name: 'require a library', script: 'return (pcall(require, "io"))', holds: { result: false } },
  {
    name: 'take io from the loaded packages',
    script: 'return package and package.loaded.io and "io"',
    holds: nothing,
  },
  { name: 'load a C library', script: 'return package and package.loadlib and "loadlib"', holds: nothing },
  { name: 'look into the registry', script: 'return debug and type(debug.getregistry())', holds: nothing },
  {
    name: 'take the upvalues of a host function',
    script: 'return debug and debug.getupvalue(print, 1)',
    holds: nothing,
  },
  { name: 'set a hook', script: 'return debug and debug.sethook and "sethook"', holds: nothing },
  {
    name: 'load and run files',
    script: 'return dofile and dofile(args.file) or loadfile and "loadfile"',
    holds: nothing,
  },
  { name: 'make bytecode', script: 'return string.dump and #string.dump(print)', holds: nothing },
  {
    name: 'load bytecode under any mode',
    script: `local got = 0
      for _, mode in ipairs({ "b", "bt", "tb", "B", "" }) do
        if load("\\27Lua\\x54\\0\\x19\\x93\\r\\n\\x1a\\n\\4\\8\\8", "x", mode) then got = got + 1 end
      end
      return got`,
    holds: { result: 0 },
  },
  {
    name: 'load bytecode piece by piece',
    script: `local pieces, at = { "\\27", "Lua", "\\x54\\0\\x19\\x93\\r\\n\\x1a\\n" }, 0
      return load(function() at = at + 1 return pieces[at] end)`,
    holds: { result: [null, "attempt to load a binary chunk (mode is 't')"] },
  },
  {
    name: 'find the libraries in a chunk of its own',
    script: 'return load("return io or debug or package or require")()',
    holds: nothing,
  },
  {
    name: 'walk all that can be reached',
    script: `local bad, seen, found = {}, {}, {}
      for name in ("io debug package require dofile loadfile collectgarbage dump execute getenv exit popen warn"):gmatch("%S+") do
        bad[name] = true
      end
      local function walk(value)
        if type(value) ~= "table" or seen[value] then return end
        seen[value] = true
        for key, item in pairs(value) do
          if bad[key] and value ~= found then found[#found + 1] = key end
          walk(item)
        end
        walk(getmetatable(value))
      end
      walk(_G) walk(getmetatable("")) walk(getmetatable(json.null))
      table.sort(found)
      -- dump(value) is the host's own.
      return table.concat(found, " ")`,
    holds: { result: 'dump' },
  },
  {
    name: 'find the libraries of Lua 5.1 and of other hosts',
    script: 'return getfenv or setfenv or newproxy or module or ffi or jit or js or process or global',
    holds: nothing,
  },
  {
    name: 'read the metatable of strings',
    script: 'return type(getmetatable(""))',
    holds: { result: 'boolean' },
  },
  {
    name: 'change what all strings can do',
    script: 'getmetatable("").__index = function() return "mine" end',
    holds: { code: 'script_error', message: 'attempt to index a boolean value' },
  },
  {
    name: 'replace a library function for the host',
    script: `pcall(function() string.format = nil end)
      pcall(rawset, string, "format", nil) pcall(rawset, table, "concat", print)
      pcall(table.move, { print }, 1, 1, 1, math) pcall(table.insert, os, print)
      return string.format("%d", 7), table.concat({ 1 }), math[1], os[1]`,
    holds: { result: ['7', '1', null, null] },
  },
  {
    name: 'swap a library for another metatable',
    script: 'return (pcall(setmetatable, string, { __index = {} })), getmetatable(table)',
    holds: { result: [false, false] },
  },
  {
    name: 'get the table behind a read-only one by iterating',
    script: `local each, state = pairs(string)
      state.format = "changed"
      return string.format`,
    holds: { code: 'script_error', message: 'string is read-only' },
  },
  {
    name: 'reach metatables of other types',
    script:
      'return getmetatable(1) or getmetatable(print) or getmetatable(coroutine.create(print)) or getmetatable(true)',
    holds: nothing,
  },
  {
    name: 'run a finalizer',
    script: 'setmetatable({}, { __gc = function() escaped = true end })',
    holds: { code: 'script_error', message: 'cannot have finalizers' },
  },
  {
    name: 'add a finalizer later, or hide it behind an index',
    script: `local late, hidden = {}, setmetatable({}, { __index = { __gc = function() escaped = true end } })
      setmetatable({}, late) late.__gc = function() escaped = true end
      setmetatable({}, hidden)
      for i = 1, 1e5 do local junk = { i } end
      return escaped`,
    holds: nothing,
  },
  {
    name: 'catch the globals that the host uses',
    script: `local caught = {}
      setmetatable(_G, { __index = function(_, k) caught[#caught + 1] = k end, __newindex = function(_, k) caught[#caught + 1] = k end })
      print(app.integrations.parcel_post.count())
      return #caught`,
    holds: { result: 0 },
  },
  {
    name: 'replace the globals that the host uses',
    script: `local stolen, pairs, type = {}, pairs, type
      for name, value in pairs(_G) do
        if type(value) == "function" then _G[name] = function(...) stolen[#stolen + 1] = name return value(...) end end
      end
      app.integrations.parcel_post.count()
      local n = #stolen
      return n`,
    holds: { result: 0 },
  },
  {
    name: 'break the report of an error',
    script: 'error(setmetatable({}, { __tostring = function() return print end, __name = 7 }))',
    holds: { code: 'script_error', message: 'an error value that cannot be shown' },
  },
  {
    name: 'fail in the report of an error',
    script: 'error(setmetatable({}, { __tostring = function() error("again") end }))',
    holds: { code: 'script_error' },
  },
  {
    name: 'read outside of a string',
    script: `return (pcall(string.unpack, "s8", ("\\xff"):rep(8))), (pcall(string.unpack, "z", "abc")),
      (pcall(string.unpack, "i4", "x", math.maxinteger)), ("x"):byte(math.mininteger, math.maxinteger)`,
    holds: { result: [false, false, false, 120] },
  },
  {
    name: 'overflow the counts of the libraries',
    script: `local results = {}
      for _, f in ipairs({
        function() return table.unpack({}, math.mininteger, math.maxinteger) end,
        function() return table.unpack({}, 1, 1e8) end,
        function() return table.move({}, 1, math.maxinteger, 2) end,
        function() return table.concat({}, "x", math.maxinteger - 1, math.maxinteger) end,
        function() return ("x"):rep(math.maxinteger) end,
        function() return ("%99999d"):format(1) end,
        function() return utf8.char(math.maxinteger) end,
        function() return select(math.mininteger) end,
      }) do results[#results + 1] = tostring((pcall(f))) end
      return table.concat(results, " ")`,
    holds: { result: 'false false false false false false false false' },
  },
  {
    name: 'overflow the stack of the compiler',
    script: 'return (load(("("):rep(1e5))) or (load("return " .. ("{"):rep(1e5)))',
    holds: nothing,
  },
  {
    name: 'overflow the stack of C functions',
    script: `local function deep() return (("x"):gsub(".", deep)) end
      local ok, message = pcall(deep)
      return ok, tostring(message):find("overflow", 1, true) ~= nil`,
    holds: { result: [false, true] },
  },
  {
    name: 'pass a chunk off as the host',
    script: 'load("\\n\\nerror(\'mine\')", "=prelude")()',
    holds: { code: 'script_error', message: 'prelude:3: mine' },
  },
];

export const escape: AttackGroup = { name: 'escape', limits: { timeoutMs: 10_000 }, attacks };
