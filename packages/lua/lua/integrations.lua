-- app.integrations: each namespace is loaded when it is first indexed.
local host, unwrap = ...

local assert, error, load, next, rawset = assert, error, load, next, rawset
local setmetatable, tostring = setmetatable, tostring
local concat = table.concat

local function invoke(full_name, arguments, account)
	return unwrap(host.call(full_name, arguments, account))
end

-- What a for loop takes: a function for the next item, and a value that is closed when the loop is left.
local function each(full_name, arguments, account)
	local walk = unwrap(host.walk(full_name, arguments, account))
	local items, index = {}, 0
	local function next_item()
		index = index + 1
		while items[index] == nil do
			if not walk then
				return nil
			end
			local ok, page = host.next(walk)
			if not ok or page == nil then
				walk = nil
			end
			items, index = unwrap(ok, page) or {}, 1
		end
		return items[index]
	end
	local function leave()
		if walk then
			host.leave(walk)
			walk, items = nil, {}
		end
	end
	return next_item, nil, nil, setmetatable({}, { __close = leave })
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
	error("app.integrations is read-only: give " .. tostring(namespace) .. " a name of its own", 2)
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
