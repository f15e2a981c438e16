-- PlanetScale for any program that runs Lua.
-- Generated from specs/planetscale/integration.yaml by "pnpm generate". Do not edit.
--
-- Runs in Lua 5.1 to 5.4 and LuaJIT. The chunk returns function(invoke, accounts, each), which returns the namespace.
-- invoke(full_name, args, account) makes one call. account is nil for the default account. Its errors are passed on.
-- accounts is optional: a list of the names of accounts, or a function that takes a name and returns whether there is
-- such an account, the list of all names (for suggestions), and a problem if the names cannot be read. The function is
-- called when a script uses the name of an account.
-- each is optional: each(full_name, args, account) returns an iterator over the items of all pages.

local INTEGRATION = "planetscale"
local NAMESPACE = "planetscale"
local PREFIX = NAMESPACE .. "_"
local LIST = 'lua_read_doc("integrations.planetscale")'

local FUNCTIONS = {
	"list_databases",
	"get_database",
	"create_database",
	"list_branches",
	"get_branch",
	"list_organizations",
	"get_current_user",
}

-- Functions that return one page at a time: which param selects the page, and where the result contains the items.
-- true means that the result does not say where the next page is, so that only the host's each can read all pages.
local PAGES = {
	list_databases = { param = "page", start = 1, items = { "data" }, next = { "next_page" } },
	list_branches = { param = "page", start = 1, items = { "data" }, next = { "next_page" } },
	list_organizations = { param = "page", start = 1, items = { "data" }, next = { "next_page" } },
}

local byte, gsub, sub = string.byte, string.gsub, string.sub
local concat, sort = table.concat, table.sort
local abs, ceil, max, min = math.abs, math.ceil, math.max, math.min
local error, ipairs, next, pairs, rawget = error, ipairs, next, pairs, rawget
local setmetatable, tostring, type = setmetatable, tostring, type

local failure = {}

function failure:__tostring()
	return self.code .. ": " .. self.message
end

local function fail(code, message, name, outcome, attempts)
	local details = { code = code, message = message, integration = INTEGRATION, ["function"] = name }
	details.retryable, details.outcome, details.attempts = false, outcome or "not_sent", attempts or 0
	error(setmetatable(details, failure), 0)
end

-- Counts the edits from one name to the other: insert, delete, replace, or swap two characters.
local function distance(a, b)
	local before, row = {}, {}
	for j = 0, #b do
		row[j] = j
	end
	for i = 1, #a do
		local following = { [0] = i }
		for j = 1, #b do
			local replace = row[j - 1] + (byte(a, i) == byte(b, j) and 0 or 1)
			following[j] = min(replace, row[j] + 1, following[j - 1] + 1)
			if i > 1 and j > 1 and byte(a, i) == byte(b, j - 1) and byte(a, i - 1) == byte(b, j) then
				following[j] = min(following[j], before[j - 2] + 1)
			end
		end
		before, row = row, following
	end
	return row[#b]
end

local function did_you_mean(name, accounts)
	local reach = max(2, ceil(#name / 3))
	local near, far = {}, {}
	for _, names in ipairs({ FUNCTIONS, accounts }) do
		for _, known in ipairs(names) do
			local edits = abs(#known - #name) > reach and reach + 1 or distance(name, known)
			if edits <= reach and not far[known] then
				near[#near + 1], far[known] = known, edits
			end
		end
	end
	sort(near, function(a, b)
		return far[a] < far[b] or far[a] == far[b] and a < b
	end)
	if #near == 0 then
		return "."
	end
	return '; did you mean "' .. concat(near, '" or "', 1, min(#near, 3)) .. '"?'
end

local function account_list(accounts)
	local names = { "default" }
	for _, name in ipairs(accounts) do
		if name ~= "default" then
			names[#names + 1] = name
		end
	end
	local rest = #names > 20 and ", and " .. #names - 20 .. " more." or "."
	return " Accounts: " .. concat(names, ", ", 1, min(#names, 20)) .. rest
end

local function fail_unknown(key, kind, accounts, problem)
	local name = sub(gsub(tostring(key), "%c", "?"), 1, 64)
	local short = sub(name, 1, #PREFIX) == PREFIX and sub(name, #PREFIX + 1) or name
	local message = NAMESPACE .. " has no " .. kind .. ' "' .. name .. '"' .. did_you_mean(short, accounts)
	if problem then
		message = message .. " The names of the accounts cannot be read: " .. tostring(problem)
	elseif accounts then
		message = message .. account_list(accounts)
	end
	fail("unknown_function", message .. " All functions: " .. LIST, name)
end

local function read(value, path)
	for _, key in ipairs(path) do
		if type(value) ~= "table" then
			return nil
		end
		value = value[key]
	end
	return value
end

local function next_position(page, position, result, items)
	if page.next then
		return read(result, page.next)
	end
	if items[1] == nil then
		return nil
	end
	return position + (page.by_item and #items or 1)
end

local function same(one, other)
	if type(one) ~= "table" or type(other) ~= "table" then
		return one == other
	end
	for key, value in pairs(one) do
		if not same(value, other[key]) then
			return false
		end
	end
	for key in pairs(other) do
		if one[key] == nil then
			return false
		end
	end
	return true
end

-- Notices that pages repeat: a position comes a second time, or three pages in a row are the same as the one before.
-- Fewer than three prove nothing, because two pages can have equal items.
local function watch_pages(first)
	local seen, last, repeats, number = { [first or ""] = true }, nil, 0, 0
	return function(items, position)
		number = number + 1
		if seen[position] then
			return "the pages repeat: the same position came twice", number
		end
		seen[position] = true
		if items[1] ~= nil then
			repeats = last and same(items, last) and repeats + 1 or 0
			last = items
		end
		local fault = "the pages repeat: page " .. number .. " has the same items as page " .. number - 1
		return repeats == 3 and fault, number
	end
end

-- Returns the items of all pages, one at a time. Each page is requested when it is needed.
local function walk(call, name, page, args)
	local ask = {}
	for key, value in pairs(args or {}) do
		ask[key] = value
	end
	local items, index, more = {}, 0, true
	local watch = watch_pages(ask[page.param] or page.start)
	local fault, pages
	return function()
		index = index + 1
		while items[index] == nil do
			if not more then
				return nil
			end
			if fault then
				fail("bad_response", fault, name, "done", pages)
			end
			local result = call(ask)
			items, index = read(result, page.items) or {}, 1
			local position = next_position(page, ask[page.param] or page.start, result, items)
			more = position ~= nil and position ~= "" and position ~= page.last
			ask[page.param] = position
			if more then
				fault, pages = watch(items, position)
			end
		end
		return items[index]
	end
end

local function refuse()
	fail("invalid_argument", NAMESPACE .. " is read-only; put your own functions in another table")
end

local namespaces = setmetatable({}, { __mode = "k" })

local function check(args, name)
	local call = NAMESPACE .. "." .. name
	if namespaces[args] then
		fail("invalid_argument", "call " .. call .. " with a dot, not a colon", name)
	end
	if args ~= nil and type(args) ~= "table" then
		local usage = " takes one table of params, as in " .. name .. "({ name = value })"
		fail("invalid_argument", call .. usage .. "; got a " .. type(args), name)
	end
end

local function make_function(name, invoke, account, host_each)
	local function call(args)
		check(args, name)
		return invoke(PREFIX .. name, args or {}, account)
	end
	local page = PAGES[name]
	if not page then
		return call
	end
	local function each(args)
		check(args, name)
		if host_each then
			return host_each(PREFIX .. name, args or {}, account)
		end
		if page == true then
			fail("invalid_argument", "this Lua host cannot read all pages of " .. NAMESPACE .. "." .. name, name)
		end
		return walk(call, name, page, args)
	end
	local function call_table(_, args)
		return call(args)
	end
	local meta = { __call = call_table, __newindex = refuse, __metatable = NAMESPACE }
	function meta.__tostring()
		return "function: " .. PREFIX .. name
	end
	return setmetatable({ each = each }, meta)
end

-- Lua 5.1 and LuaJIT do not have __pairs. There the functions are plain fields, so that pairs finds them.
local has_pairs = false
pairs(setmetatable({}, {
	__pairs = function()
		has_pairs = true
		return next, {}
	end,
}))

local function make_namespace(invoke, each, account, find_account)
	local functions = {}
	for _, name in ipairs(FUNCTIONS) do
		functions[name] = make_function(name, invoke, account, each)
	end
	local meta = { __newindex = refuse, __metatable = NAMESPACE }
	function meta.__index(_, key)
		local short = type(key) == "string" and sub(key, 1, #PREFIX) == PREFIX and sub(key, #PREFIX + 1) or key
		return rawget(functions, short) or find_account(key)
	end
	function meta.__pairs()
		return next, functions
	end
	function meta.__tostring()
		local path = "integrations." .. NAMESPACE .. (account and "." .. account or "")
		return path .. ": " .. concat(FUNCTIONS, ", ")
	end
	local namespace = setmetatable(has_pairs and {} or functions, meta)
	namespaces[namespace] = true
	return namespace
end

local function account_test(accounts)
	if type(accounts) == "function" then
		return accounts
	end
	local known = {}
	for _, name in ipairs(accounts or {}) do
		known[name] = true
	end
	return function(name)
		return known[name], accounts
	end
end

local function no_account(key)
	fail_unknown(key, "function")
end

return function(invoke, accounts, each)
	local is_account = account_test(accounts)
	local made = {
		default = make_namespace(invoke, each, nil, no_account),
	}
	return make_namespace(invoke, each, nil, function(name)
		if made[name] == nil then
			local known, names, problem = false, nil, nil
			if type(name) == "string" then
				known, names, problem = is_account(name)
			end
			if not known then
				fail_unknown(name, "function or account", names, problem)
			end
			made[name] = make_namespace(invoke, each, name, no_account)
		end
		return made[name]
	end)
end
