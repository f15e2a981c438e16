-- Builds what a script sees: no way out, and app.integrations. Runs once in each fresh state, before the script.
local call, open, write, format = ...

local raw_setmetatable, raw_load = setmetatable, load
local concat, pack, gsub = table.concat, table.pack, string.gsub
local assert, error, next, rawget, rawset, select = assert, error, next, rawget, rawset, select
local tostring, type = tostring, type

-- No files, no bytecode, no finalizers, no hand on the collector.
os = { time = os.time, clock = os.clock, date = os.date }
dofile, loadfile, collectgarbage, warn, string.dump = nil, nil, nil, nil, nil
getmetatable("").__metatable = false

function load(chunk, name, mode, ...)
	if mode == "b" then
		return nil, "a script loads text only"
	end
	return raw_load(chunk, name, "t", ...)
end

function setmetatable(value, meta)
	if type(meta) == "table" and rawget(meta, "__gc") ~= nil then
		error("a script has no finalizers: take __gc out of the metatable", 2)
	end
	return raw_setmetatable(value, meta)
end

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
	error(raw_setmetatable(value, failure), 0)
end

local function invoke(full_name, arguments, account)
	return unwrap(call(full_name, arguments, account))
end

-- A binding sees the functions of a fresh state, whatever the script has done to its own.
local function copy(from)
	local to = {}
	for name, value in next, from do
		to[name] = value
	end
	return to
end

local pristine = copy(_G)
for name, value in next, pristine do
	if type(value) == "table" then
		pristine[name] = copy(value)
	end
end
pristine._G = pristine

local integrations = {}

function integrations:__index(namespace)
	local opened = unwrap(open(tostring(namespace)))
	local bind = assert(raw_load(opened.binding, "=" .. namespace, "t", pristine))()
	local functions = bind(invoke, opened.accounts)
	rawset(self, namespace, functions)
	return functions
end

app = { integrations = raw_setmetatable({}, integrations) }
