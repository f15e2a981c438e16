-- Spells any value for people: tables as Lua, keys in order. For print and dump.
local mathtype = math.type
local concat, sort, format, rep, find = table.concat, table.sort, string.format, string.rep, string.find
local getmetatable, ipairs, next, pairs, rawget = getmetatable, ipairs, next, pairs, rawget
local tostring, type = tostring, type

local max_depth = 16

-- A locked metatable shows itself only in what tostring makes of the value.
local function has_own_text(value)
	local meta = getmetatable(value)
	if type(meta) == "table" then
		return meta.__tostring ~= nil
	end
	return meta ~= nil and not find(tostring(value), ": 0x%x+$")
end

-- What stands behind a locked metatable is what pairs gives.
local function plain(value)
	if type(getmetatable(value)) == "table" or getmetatable(value) == nil then
		return value
	end
	local copy = {}
	for key, field in pairs(value) do
		copy[key] = field
	end
	return copy
end

local function key_text(key)
	if type(key) == "string" and find(key, "^[%a_][%w_]*$") then
		return key
	end
	return "[" .. (type(key) == "string" and format("%q", key) or tostring(key)) .. "]"
end

local function in_order(a, b)
	if type(a) == type(b) and (type(a) == "number" or type(a) == "string") then
		return a < b
	end
	return type(a) < type(b)
end

local spell

local function spell_table(shown, depth, open)
	local value = plain(shown)
	if open[shown] then
		return "<circular>"
	end
	if depth > max_depth then
		return "<deeper>"
	end
	open[shown] = true
	local inner = rep("  ", depth)
	local lines, length = {}, 0
	while rawget(value, length + 1) ~= nil do
		length = length + 1
		lines[length] = inner .. spell(rawget(value, length), depth, open)
	end
	local keys = {}
	for key in next, value do
		if mathtype(key) ~= "integer" or key < 1 or key > length then
			keys[#keys + 1] = key
		end
	end
	sort(keys, in_order)
	for _, key in ipairs(keys) do
		lines[#lines + 1] = inner .. key_text(key) .. " = " .. spell(rawget(value, key), depth, open)
	end
	open[shown] = nil
	if #lines == 0 then
		return "{}"
	end
	return "{\n" .. concat(lines, ",\n") .. "\n" .. rep("  ", depth - 1) .. "}"
end

function spell(value, depth, open)
	if type(value) == "string" then
		return format("%q", value)
	end
	if type(value) == "table" and not has_own_text(value) then
		return spell_table(value, depth + 1, open)
	end
	return tostring(value)
end

-- A string stands for itself at the top, and is quoted inside a table.
return function(value)
	if type(value) == "table" then
		return spell(value, 0, {})
	end
	return tostring(value)
end
