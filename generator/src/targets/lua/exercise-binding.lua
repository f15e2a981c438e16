-- Calls everything that a binding offers. Usage: lua exercise-binding.lua BINDING NAMESPACE PAGED HOST_PAGED FUNCTION…
-- PAGED is the name of a function that `each` walks, or "-"; HOST_PAGED of one that only a host can walk.
local file, namespace, paged, host_paged = arg[1], arg[2], arg[3], arg[4]
local names = {}
for index = 5, #arg do
  names[#names + 1] = arg[index]
end

local calls = {}
local function invoke(full_name, args, account)
  calls[#calls + 1] = { name = full_name, args = args, account = account }
  return { echo = args }
end

local function last()
  return calls[#calls]
end

local function fails(code, pattern, fn, ...)
  local ok, failure = pcall(fn, ...)
  assert(not ok, "did not fail: " .. pattern)
  assert(type(failure) == "table", tostring(failure))
  assert(failure.code == code, tostring(failure))
  assert(tostring(failure):find(pattern), tostring(failure))
end

local function index(value, key)
  return value[key]
end

local chunk = assert(loadfile(file))
local ns = chunk()(invoke, { "work", "home" })

-- Short and full names, default and named accounts, with and without arguments.
for _, name in ipairs(names) do
  local full = namespace .. "_" .. name
  assert(ns[name] == ns[full], "full and short name differ")
  for _, account in ipairs({ "", "default", "work", "home" }) do
    local functions = account == "" and ns or ns[account]
    for _, spelling in ipairs({ name, full }) do
      local args = { key = "x" }
      assert(functions[spelling](args).echo == args)
      assert(last().name == full and last().args == args)
      assert(last().account == ((account == "work" or account == "home") and account or nil))
      assert(type(functions[spelling]().echo) == "table" and next(last().args) == nil)
    end
  end
  fails("invalid_argument", "takes one table of params.*got a string", ns[name], "x")
  fails("invalid_argument", "got a boolean", ns.default[name], false)
  fails("invalid_argument", "with a dot, not a colon", ns[name], ns, {})
end

-- A typo fails where it is indexed, with the nearest names.
local name = names[1]
local typo = name:sub(1, -3) .. name:sub(-1) .. name:sub(-2, -2)
-- Of a name that ends in the same letter twice, the last is left out.
if typo == name then
  typo = name:sub(1, -2)
end
local meant = 'did you mean.*"' .. name .. '"'
fails("unknown_function", meant, index, ns, typo)
fails("unknown_function", meant, index, ns, namespace .. "_" .. typo)
fails("unknown_function", meant, index, ns.work, typo)
fails("unknown_function", 'lua_read_doc%("integrations.' .. namespace .. '"%)', index, ns, "nothing_like_it_at_all")
fails("unknown_function", "no function or account", index, ns, "nowhere")
fails("unknown_function", 'did you mean "work"', index, ns, "wrok")
fails("unknown_function", "no function ", index, ns.default, "work")
fails("unknown_function", "no function", index, ns, 1)
fails("unknown_function", "no function", index, ns, ("x"):rep(100000))
fails("unknown_function", "no function", index, ns, {})

-- pairs finds each function once.
local seen = 0
for key, value in pairs(ns) do
  assert(ns[key] == value)
  seen = seen + 1
end
assert(seen == #names, "pairs found " .. seen)

-- Read-only.
fails("invalid_argument", "read%-only", function()
  ns.mine = 1
end)
fails("invalid_argument", "read%-only", function()
  ns.default.mine = 1
end)
assert(not pcall(setmetatable, ns, {}))

-- What invoke raises passes through, as it is.
local failure = { code = "rate_limited" }
local failing = chunk()(function()
  error(failure, 0)
end)
assert(select(2, pcall(failing[name], {})) == failure)
assert(failing.default[name])
fails("unknown_function", "work", index, failing, "work")

-- Accounts by function.
local asked = chunk()(invoke, function(account)
  return account == "lab"
end)
assert(asked.lab == asked.lab)
asked.lab[name]()
assert(last().account == "lab")
fails("unknown_function", "home", index, asked, "home")

-- Accounts by function, with the names that there are and with what stands in the way.
local hinted = chunk()(invoke, function(account)
  return account == "lab", { "lab" }, account == "hmoe" and "the store is locked." or nil
end)
fails("unknown_function", 'did you mean "lab"', index, hinted, "lba")
fails("unknown_function", "Accounts: default, lab%.", index, hinted, "nowhere_near")
fails("unknown_function", "cannot be read: the store is locked", index, hinted, "hmoe")
fails("unknown_function", "no function or account", index, hinted, 1)

-- Pages: two full ones, an empty one that is not the last, and the last.
if paged ~= "-" then
  local pages = {
    { data = { 1, 2 }, next_page = 2 },
    { data = { 3 }, next_page = 3 },
    { data = {}, next_page = 4 },
    { data = { 4 } },
  }
  local asked_for = {}
  local walking = chunk()(function(_, args, account)
    asked_for[#asked_for + 1] = args.page or 1
    assert(args.filter == "f" and account == "work")
    return pages[args.page or 1]
  end, { "work" })
  local args, got = { filter = "f" }, {}
  for item in walking.work[paged].each(args) do
    got[#got + 1] = item
  end
  assert(table.concat(got, ",") == "1,2,3,4")
  assert(table.concat(asked_for, ",") == "1,2,3,4")
  assert(args.page == nil, "each changed the caller's table")
  asked_for = {}
  for item in walking.work[paged].each({ filter = "f", page = 2 }) do
    assert(item == 3)
    break
  end
  assert(#asked_for == 1 and asked_for[1] == 2)
  fails("invalid_argument", "got a number", ns[paged].each, 1)

  -- Pages that repeat end by an error; a list of equal items does not.
  local function walk_all(page_at)
    local asked, items = 0, {}
    local repeating = chunk()(function(_, args)
      asked = asked + 1
      assert(asked < 20, "the walk does not end")
      return page_at(args.page or 1)
    end)
    local ok, fault = pcall(function()
      for item in repeating[paged].each() do
        items[#items + 1] = item
      end
    end)
    return ok or fault, asked, items
  end
  local fault, requests = walk_all(function(page)
    return { data = { { id = math.min(page, 3) } }, next_page = page + 1 }
  end)
  assert(fault.code == "bad_response" and fault.outcome == "done" and fault.attempts == 6, tostring(fault))
  assert(tostring(fault) == "bad_response: the pages repeat: page 6 has the same items as page 5")
  assert(requests == 6)
  fault, requests = walk_all(function(page)
    return { data = { page }, next_page = page == 1 and 2 or 1 }
  end)
  assert(tostring(fault) == "bad_response: the pages repeat: the same position came twice")
  assert(requests == 2)
  local whole, _, equal = walk_all(function(page)
    return { data = { "ok", "ok" }, next_page = page < 4 and page + 1 or nil }
  end)
  assert(whole == true and #equal == 8)
end

if host_paged ~= "-" then
  fails("invalid_argument", "this Lua host cannot read all pages", ns[host_paged].each, {})
end

-- A host that walks pages is asked for all of them.
for _, walked in ipairs({ paged, host_paged }) do
  if walked ~= "-" then
    local hosted = chunk()(invoke, { "work" }, function(full_name, args, account)
      assert(full_name == namespace .. "_" .. walked and account == "work" and args.filter == "f")
      local left = 2
      return function()
        left = left - 1
        return left >= 0 and left or nil
      end
    end)
    local got = {}
    for item in hosted.work[walked].each({ filter = "f" }) do
      got[#got + 1] = item
    end
    assert(table.concat(got, ",") == "1,0")
    assert(tostring(hosted[walked]) == "function: " .. namespace .. "_" .. walked)
    assert(hosted[walked]({ key = "x" }).echo.key == "x")
  end
end

-- As text, a namespace lists its functions.
assert(tostring(ns) == "integrations." .. namespace .. ": " .. table.concat(names, ", "))
assert(tostring(ns.work):find("integrations." .. namespace .. ".work: ", 1, true) == 1)

print("calls: " .. #calls)
