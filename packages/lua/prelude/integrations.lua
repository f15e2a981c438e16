-- app.integrations: each namespace is loaded when it is first indexed.
local host, unwrap, collect = ...

local assert, error, load, next, rawset = assert, error, load, next, rawset
local pairs, setmetatable, tostring = pairs, setmetatable, tostring
local concat = table.concat

local function invoke(full_name, arguments, account)
	return unwrap(host.call(full_name, arguments, account))
end

-- The walks that are open, by number, as long as anything can reach the function that gives their items.
local open = {}
local reachable = setmetatable({}, { __mode = "v" })

local function leave_walk(walk)
	open[walk] = nil
	host.leave(walk)
end

local function leave_unreachable()
	collect()
	for walk in pairs(open) do
		if not reachable[walk] then
			leave_walk(walk)
		end
	end
end

-- When too many are open, those that a script has lost make room.
local function begin(full_name, arguments, account)
	local walk = unwrap(host.walk(full_name, arguments, account))
	if not walk then
		leave_unreachable()
		walk = unwrap(host.walk(full_name, arguments, account, true))
	end
	open[walk] = true
	return walk
end

-- What a for loop takes: a function for the next item, and a value that is closed when the loop is left.
local function each(full_name, arguments, account)
	local walk = begin(full_name, arguments, account)
	local items, index = {}, 0
	local function next_item()
		index = index + 1
		while items[index] == nil do
			if not walk then
				return nil
			end
			local ok, page = host.next(walk)
			if not ok or page == nil then
				open[walk] = nil
				walk = nil
			end
			items, index = unwrap(ok, page) or {}, 1
		end
		return items[index]
	end
	local function leave()
		if walk then
			leave_walk(walk)
			walk, items = nil, {}
		end
	end
	reachable[walk] = next_item
	return next_item, nil, nil, setmetatable({}, { __close = leave, __metatable = false })
end

-- What bindings run in: the globals of a fresh state, whatever the script does to its own.
local pristine = {}

local function bind_with(globals)
	for name, value in next, globals do
		pristine[name] = value
	end
	pristine._G = pristine
end

local meta = { __metatable = "app.integrations" }

function meta:__index(namespace)
	local opened = unwrap(host.open(tostring(namespace)))
	local bind = assert(load(opened.binding, "=" .. namespace, "t", pristine))()
	local function find_account(name)
		local found = unwrap(host.account(namespace, name))
		return found.known, found.names, found.problem
	end
	local functions = bind(invoke, find_account, each)
	rawset(self, namespace, functions)
	return functions
end

function meta:__newindex(namespace)
	error("app.integrations is read-only: store " .. tostring(namespace) .. " in a local or global variable instead", 2)
end

function meta:__pairs()
	local names, index = unwrap(host.names()), 0
	return function()
		index = index + 1
		local name = names[index]
		return name, name and self[name]
	end
end

function meta.__tostring()
	return "app.integrations: " .. concat(unwrap(host.names()), ", ")
end

return setmetatable({}, meta), bind_with
