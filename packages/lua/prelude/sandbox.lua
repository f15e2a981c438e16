-- Takes away what leads out of a script. Runs first in each fresh state; returns seal(), for when all else is in place,
-- and collect(), which frees what nothing can reach. It is given the table in which Lua looks up the names of functions
-- for its errors, and fills it with what there is before anything is wrapped.
local loaded = ...
loaded._G = {}
for name, value in next, _G do
	if type(value) == "table" and value ~= _G then
		loaded[name] = value
	else
		loaded._G[name] = value
	end
end

local raw_collectgarbage, raw_load, raw_rawset, raw_setmetatable = collectgarbage, load, rawset, setmetatable
local error, getmetatable, next, pcall, rawget = error, getmetatable, next, pcall, rawget
local find = string.find
local tonumber, tostring, type = tonumber, tostring, type

-- No files, no bytecode, no finalizers, no hand on the collector.
local raw_date = os.date
os = { time = os.time, clock = os.clock }
dofile, loadfile, collectgarbage, warn, string.dump = nil, nil, nil, nil, nil
getmetatable("").__metatable = false

-- The calendar counts years in 32 bits, and has no way to say that one is beyond them.
local most_seconds <const> = 67767976233532799

-- What a function of Lua's has given through pcall; its error is that of the line which called the wrapper.
local function finish(ok, ...)
	if ok then
		return ...
	end
	error(..., 2)
end

function os.date(format, time)
	local seconds = tonumber(time)
	if seconds and (seconds > most_seconds or seconds < -most_seconds) then
		error("date result cannot be represented in this installation", 2)
	end
	return finish(pcall(raw_date, format, time))
end

function load(chunk, name, mode, ...)
	if mode == "b" then
		return nil, "a script can load text only"
	end
	local allowed = mode
	if mode == nil or type(mode) == "string" and find(mode, "t", 1, true) then
		allowed = "t"
	end
	return finish(pcall(raw_load, chunk, name, allowed, ...))
end

function setmetatable(value, meta)
	if type(meta) == "table" and rawget(meta, "__gc") ~= nil then
		error("a script cannot have finalizers: remove __gc from the metatable", 2)
	end
	-- pcall takes a way through the host, so it is left to what may be refused.
	if type(value) == "table" and type(meta) == "table" and getmetatable(value) == nil then
		return raw_setmetatable(value, meta)
	end
	return finish(pcall(raw_setmetatable, value, meta))
end

local sealed = {}

local function refuse(name, key)
	error(name .. " is read-only: store " .. tostring(key) .. " in a local or global variable instead", 3)
end

function rawset(value, key, field)
	if sealed[value] then
		refuse(sealed[value], key)
	end
	if type(value) == "table" and key == key and key ~= nil then
		return raw_rawset(value, key, field)
	end
	return finish(pcall(raw_rawset, value, key, field))
end

-- What stands in front of a library: it can be indexed, called into and iterated, and not changed.
local function read_only(name, library)
	local function each(_, key)
		return next(library, key)
	end
	local front = raw_setmetatable({}, {
		__metatable = false,
		__index = library,
		__newindex = function(_, key)
			refuse(name, key)
		end,
		__pairs = function(value)
			return each, value, nil
		end,
	})
	sealed[front] = name
	return front
end

-- Makes every global table read-only but _G itself, where a script keeps its own globals.
local function seal()
	for name, value in next, _G do
		if type(value) == "table" and value ~= _G then
			_G[name] = read_only(name, value)
		end
	end
end

return seal, function()
	raw_collectgarbage()
end
