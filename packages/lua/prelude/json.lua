-- json.encode and json.decode. Written in Lua so that they share the script's limits.
-- Null in a list is json.null, null in an object is nil; empty lists are remembered, so that they stay lists.
local null = ...

local concat, sort = table.concat, table.sort
local byte, find, format, gsub = string.byte, string.find, string.format, string.gsub
local match, sub = string.match, string.sub
local mathtype, huge = math.type, math.huge
local utf8_char, utf8_len = utf8.char, utf8.len
local error, ipairs, next, rawget = error, ipairs, next, rawget
local tonumber, tostring, type = tonumber, tostring, type

local max_depth = 64
local empty_lists = setmetatable({}, { __mode = "k" })
local null_meta = {
	__name = "null",
	__metatable = false,
	__tostring = function()
		return "null"
	end,
}

-- Encoding

local escapes = { ['"'] = '\\"', ["\\"] = "\\\\", ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t" }

local function escape(character)
	return escapes[character] or format("\\u%04x", byte(character))
end

local function encode_string(text)
	if not utf8_len(text) then
		error("json.encode: a string is not UTF-8", 0)
	end
	return '"' .. gsub(text, '[%c"\\\127]', escape) .. '"'
end

local function encode_number(number)
	if mathtype(number) == "integer" then
		return format("%d", number)
	end
	if number ~= number or number == huge or number == -huge then
		error("json.encode: JSON has no " .. tostring(number), 0)
	end
	local short = format("%.15g", number)
	return tonumber(short) == number and short or format("%.17g", number)
end

local encode_value

-- The number of items when the table is a list, nil when it is an object.
local function list_length(value)
	local items, largest, fields = 0, 0, 0
	for key in next, value do
		if type(key) == "string" then
			fields = fields + 1
		elseif mathtype(key) == "integer" and key > 0 then
			items = items + 1
			largest = key > largest and key or largest
		else
			error("json.encode: a key is neither a string nor a list position", 0)
		end
	end
	if items > 0 and fields > 0 then
		error("json.encode: a table mixes list items and named fields", 0)
	end
	if largest ~= items then
		error("json.encode: a list has gaps; put json.null in each gap", 0)
	end
	return (items > 0 or empty_lists[value]) and items or nil
end

local function encode_list(value, length, depth)
	local parts = {}
	for index = 1, length do
		parts[index] = encode_value(rawget(value, index), depth)
	end
	return "[" .. concat(parts, ",") .. "]"
end

local function encode_object(value, depth)
	local keys = {}
	for key in next, value do
		keys[#keys + 1] = key
	end
	sort(keys)
	for index, key in ipairs(keys) do
		keys[index] = encode_string(key) .. ":" .. encode_value(rawget(value, key), depth)
	end
	return "{" .. concat(keys, ",") .. "}"
end

local function encode_table(value, depth)
	if depth > max_depth then
		error("json.encode: a table is nested more than " .. max_depth .. " levels deep, or contains itself", 0)
	end
	local length = list_length(value)
	return length and encode_list(value, length, depth + 1) or encode_object(value, depth + 1)
end

local encoders = {
	["nil"] = function()
		return "null"
	end,
	boolean = tostring,
	number = encode_number,
	string = encode_string,
	table = encode_table,
}

function encode_value(value, depth)
	if value == null then
		return "null"
	end
	local encoder = encoders[type(value)]
	if not encoder then
		error("json.encode: a " .. type(value) .. " is not data", 0)
	end
	return encoder(value, depth)
end

-- Decoding: each function takes the text and a position, and returns a value and the position after it.

local decode_value

local function fail(text, at, expected)
	local found = "the end"
	if at <= #text then
		-- The whole character, or the number of a byte that is none: an error is text, too.
		local character = match(text, "^[%z\1-\127\194-\244][\128-\191]*", at)
		found = character and utf8_len(character) == 1 and format("%q", character) or format("the byte 0x%02X", byte(text, at))
	end
	error("json.decode: expected " .. expected .. " at byte " .. at .. ", found " .. found, 0)
end

local function skip_space(text, at)
	return find(text, "[^ \t\r\n]", at) or #text + 1
end

local unescapes = { b = "\b", f = "\f", n = "\n", r = "\r", t = "\t", ['"'] = '"', ["\\"] = "\\", ["/"] = "/" }

local function hex_at(text, at)
	local digits = sub(text, at, at + 3)
	return find(digits, "^%x%x%x%x$") and tonumber(digits, 16) or fail(text, at, "four hexadecimal digits")
end

local function decode_escape(text, at)
	local kind = sub(text, at + 1, at + 1)
	if kind ~= "u" then
		return unescapes[kind] or fail(text, at + 1, "an escape"), at + 2
	end
	local code = hex_at(text, at + 2)
	if code >= 0xD800 and code < 0xDC00 and sub(text, at + 6, at + 7) == "\\u" then
		local low = hex_at(text, at + 8)
		if low >= 0xDC00 and low < 0xE000 then
			return utf8_char(0x10000 + (code - 0xD800) * 0x400 + low - 0xDC00), at + 12
		end
	end
	return utf8_char(code >= 0xD800 and code < 0xE000 and 0xFFFD or code), at + 6
end

local function decode_string(text, at)
	local parts = {}
	at = at + 1
	while true do
		local stop = find(text, '[%c"\\]', at) or #text + 1
		parts[#parts + 1] = sub(text, at, stop - 1)
		local character = sub(text, stop, stop)
		if character == '"' then
			return concat(parts), stop + 1
		elseif character == "\\" then
			parts[#parts + 1], at = decode_escape(text, stop)
		elseif character == "\127" then
			parts[#parts + 1], at = character, stop + 1
		else
			fail(text, stop, "the end of a string")
		end
	end
end

local function decode_number(text, at)
	local _, stop = find(text, "^-?%d+", at)
	if not stop or find(text, "^-?0%d", at) then
		fail(text, at, "a value")
	end
	local _, fraction = find(text, "^%.%d+", stop + 1)
	local _, exponent = find(text, "^[eE][+-]?%d+", (fraction or stop) + 1)
	stop = exponent or fraction or stop
	return tonumber(sub(text, at, stop)), stop + 1
end

local function decode_list(text, at, depth)
	local list, length = {}, 0
	at = skip_space(text, at + 1)
	if sub(text, at, at) == "]" then
		empty_lists[list] = true
		return list, at + 1
	end
	while true do
		local item
		item, at = decode_value(text, at, depth)
		length = length + 1
		list[length] = item == nil and null or item
		at = skip_space(text, at)
		local mark = sub(text, at, at)
		if mark == "]" then
			return list, at + 1
		elseif mark ~= "," then
			fail(text, at, "`,` or `]`")
		end
		at = at + 1
	end
end

local function decode_object(text, at, depth)
	local object = {}
	at = skip_space(text, at + 1)
	if sub(text, at, at) == "}" then
		return object, at + 1
	end
	while true do
		at = skip_space(text, at)
		if sub(text, at, at) ~= '"' then
			fail(text, at, "a key in quotes")
		end
		local key
		key, at = decode_string(text, at)
		at = skip_space(text, at)
		if sub(text, at, at) ~= ":" then
			fail(text, at, "`:`")
		end
		object[key], at = decode_value(text, at + 1, depth)
		at = skip_space(text, at)
		local mark = sub(text, at, at)
		if mark == "}" then
			return object, at + 1
		elseif mark ~= "," then
			fail(text, at, "`,` or `}`")
		end
		at = at + 1
	end
end

local words = { t = { "true", true }, f = { "false", false }, n = { "null", nil } }
local decoders = { ['"'] = decode_string, ["["] = decode_list, ["{"] = decode_object }

function decode_value(text, at, depth)
	if depth > max_depth then
		error("json.decode: more than " .. max_depth .. " levels", 0)
	end
	at = skip_space(text, at)
	local first = sub(text, at, at)
	local decoder = decoders[first]
	if decoder then
		return decoder(text, at, depth + 1)
	end
	local word = words[first]
	if word and sub(text, at, at + #word[1] - 1) == word[1] then
		return word[2], at + #word[1]
	end
	return decode_number(text, at)
end

local json = { null = null }

function json.encode(value)
	return encode_value(value, 1)
end

function json.decode(text)
	if type(text) ~= "string" then
		error("json.decode: expected a string, got " .. type(text), 2)
	end
	local value, at = decode_value(text, 1, 1)
	at = skip_space(text, at)
	if at <= #text then
		fail(text, at, "the end")
	end
	return value
end

return json, empty_lists, null_meta
