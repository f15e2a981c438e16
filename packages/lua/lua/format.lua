-- Spells any value for people: tables as Lua, keys in order. For print and dump.
local mathtype = math.type
local concat, sort, format, rep, find = table.concat, table.sort, string.format, string.rep, string.find
local getmetatable, ipairs, next, rawget, tostring, type = getmetatable, ipairs, next, rawget, tostring, type

local max_depth = 16

local function has_own_text(value)
	local meta = getmetatable(value)
	return type(meta) == "table" and meta.__tostring ~= nil
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

local function spell_table(value, depth, open)
	if open[value] then
		return "<circular>"
	end
	if depth > max_depth then
		return "<deeper>"
	end
	open[value] = true
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
	open[value] = nil
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
