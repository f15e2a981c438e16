-- Builds what a script sees besides Lua's own: print, dump, and app.integrations. Runs once in each fresh state, after
-- sandbox.lua and before the script.
local call, open, write, format, seal = ...

local concat, pack, gsub = table.concat, table.pack, string.gsub
local assert, error, next, rawset, select = assert, error, next, rawset, select
local load, setmetatable, tostring, type = load, setmetatable, tostring, type

function print(...)
	local texts = pack(...)
	for index = 1, texts.n do
		texts[index] = format(texts[index])
	end
	write(concat(texts, "\t") .. "\n")
end

function dump(...)
	for index = 1, select("#", ...) do
		write(format((select(index, ...))) .. "\n")
	end
end

-- An error is a table with code and message; as text it is one line.
local failure = { __name = "failure" }

function failure:__tostring()
	return (gsub(tostring(self.code) .. ": " .. tostring(self.message), "%c+", " "))
end

function failure.__concat(left, right)
	return tostring(left) .. tostring(right)
end

local function unwrap(ok, value)
	if ok then
		return value
	end
	error(setmetatable(value, failure), 0)
end

local function invoke(full_name, arguments, account)
	return unwrap(call(full_name, arguments, account))
end

local integrations, pristine = {}, {}

function integrations:__index(namespace)
	local opened = unwrap(open(tostring(namespace)))
	local bind = assert(load(opened.binding, "=" .. namespace, "t", pristine))()
	local functions = bind(invoke, opened.accounts)
	rawset(self, namespace, functions)
	return functions
end

function integrations:__newindex(namespace)
	error("app.integrations is read-only: give " .. tostring(namespace) .. " a name of its own", 2)
end

app = { integrations = setmetatable({}, integrations) }
seal()

-- A binding sees the globals of a fresh state, whatever the script does to its own.
for name, value in next, _G do
	pristine[name] = value
end
pristine._G = pristine
