-- Upstash Redis for any program that runs Lua.
-- Generated from specs/upstash/integration.yaml by "pnpm generate". Do not edit.
--
-- Runs in Lua 5.1 to 5.4 and LuaJIT. The chunk returns function(invoke, accounts, each), which returns the namespace.
-- invoke(full_name, args, account) makes one call. account is nil for the default account. Its errors are passed on.
-- accounts is optional: a list of the names of accounts, or a function that takes a name and returns whether there is
-- such an account, the list of all names (for suggestions), and a problem if the names cannot be read. The function is
-- called when a script uses the name of an account.
-- each is optional: each(full_name, args, account) returns an iterator over the items of all pages.

local INTEGRATION = "upstash"
local NAMESPACE = "upstash"
local PREFIX = NAMESPACE .. "_"
local LIST = 'lua_read_doc("integrations.upstash")'

local FUNCTIONS = {
	"get_key",
	"set_key",
	"delete_key",
	"list_keys",
	"list_databases",
	"get_database",
	"get_current_user",
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

local function make_function(name, invoke, account)
	local function call(args)
		check(args, name)
		return invoke(PREFIX .. name, args or {}, account)
	end
	return call
end

-- Lua 5.1 and LuaJIT do not have __pairs. There the functions are plain fields, so that pairs finds them.
local has_pairs = false
pairs(setmetatable({}, {
	__pairs = function()
		has_pairs = true
		return next, {}
	end,
}))

local function make_namespace(invoke, account, find_account)
	local functions = {}
	for _, name in ipairs(FUNCTIONS) do
		functions[name] = make_function(name, invoke, account)
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

return function(invoke, accounts)
	local is_account = account_test(accounts)
	local made = {
		default = make_namespace(invoke, nil, no_account),
	}
	return make_namespace(invoke, nil, function(name)
		if made[name] == nil then
			local known, names, problem = false, nil, nil
			if type(name) == "string" then
				known, names, problem = is_account(name)
			end
			if not known then
				fail_unknown(name, "function or account", names, problem)
			end
			made[name] = make_namespace(invoke, name, no_account)
		end
		return made[name]
	end)
end
