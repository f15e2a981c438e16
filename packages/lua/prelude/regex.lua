-- regex.match, regex.match_all and regex.gsub. The host finds positions; texts are cut here, byte for byte.
local host = ...

local concat, move, gsub, sub = table.concat, table.move, string.gsub, string.sub
local error, next, rawget, setmetatable = error, next, rawget, setmetatable
local tointeger, tonumber, tostring, type = math.tointeger, tonumber, tostring, type
local empty_list = json.decode

-- Plain data, besides: m[1] and m.year are short for m.captures[1] and m.named.year, m[0] for m.text.
local match = {}

function match:__index(key)
	if key == 0 then
		return rawget(self, "text")
	end
	return rawget(self, type(key) == "number" and "captures" or "named")[key]
end

local function check(name, argument, value, wanted, level)
	if type(value) ~= wanted then
		error("regex." .. name .. ": the " .. argument .. " must be a " .. wanted .. ", got " .. type(value), level)
	end
end

local function check_whole(name, argument, value)
	check(name, argument, value, "number", 4)
	if not tointeger(value) then
		error("regex." .. name .. ": the " .. argument .. " must be a whole number, got " .. value, 3)
	end
end

-- The host finds some matches at a time: all of them are the script's to have room for.
local function find(name, text, pattern, init, limit)
	check(name, "text", text, "string", 4)
	check(name, "pattern", pattern, "string", 4)
	local ok, found = host.regex(text, pattern, init, limit)
	if not ok then
		error("regex." .. name .. ": " .. found, 3)
	end
	local positions, more = found.positions, found.more
	while more do
		local _, following = host.regex_more()
		move(following.positions, 1, #following.positions, #positions + 1, positions)
		more = following.more
	end
	return found
end

-- A group that took no part is false.
local function cut(text, found, at)
	local positions = found.positions
	local whole = {
		text = sub(text, positions[at], positions[at + 1]),
		first = positions[at],
		last = positions[at + 1],
		captures = found.groups == 0 and empty_list("[]") or {},
		named = {},
	}
	for group = 1, found.groups do
		local first = positions[at + 2 * group]
		whole.captures[group] = first > 0 and sub(text, first, positions[at + 2 * group + 1])
	end
	for name, group in next, found.names do
		whole.named[name] = whole.captures[group]
	end
	return setmetatable(whole, match)
end

local regex = {}

function regex.match(text, pattern, init)
	check_whole("match", "init", init or 1)
	local found = find("match", text, pattern, init or 1, 1)
	return found.positions[1] and cut(text, found, 1) or nil
end

function regex.match_all(text, pattern)
	local found = find("match_all", text, pattern, 1, 0)
	local matches = #found.positions == 0 and empty_list("[]") or {}
	for at = 1, #found.positions, 2 * (found.groups + 1) do
		matches[#matches + 1] = cut(text, found, at)
	end
	return matches
end

-- $1, ${12}, ${name}, $0 for the whole match, $$ for a dollar sign.
local function fill(template, m)
	local function group(name)
		local value = m[tonumber(name) or name]
		if value == nil then
			error("regex.gsub: the pattern has no group " .. name, 0)
		end
		return value or ""
	end
	local filled = gsub(template, "%$([%d{$]?)([%w_]*)(}?)", function(mark, name, brace)
		if mark == "$" then
			return "$" .. name .. brace
		end
		if mark == "{" and brace == "}" then
			return group(name)
		end
		if mark ~= "" and mark ~= "{" then
			return group(mark) .. name .. brace
		end
	end)
	return filled
end

local replacers = {
	string = fill,
	["function"] = function(replacement, m)
		return replacement(m)
	end,
	table = function(replacement, m)
		return replacement[m.captures[1] or m.text]
	end,
}

function regex.gsub(text, pattern, replacement, limit)
	local replacer = replacers[type(replacement)]
	if not replacer then
		error("regex.gsub: the replacement must be a string, a table or a function", 2)
	end
	check_whole("gsub", "limit", limit or 0)
	if limit and limit <= 0 then
		return text, 0
	end
	local found = find("gsub", text, pattern, 1, limit or 0)
	local parts, from, count = {}, 1, 0
	for at = 1, #found.positions, 2 * (found.groups + 1) do
		local m = cut(text, found, at)
		local new = replacer(replacement, m) or m.text
		if type(new) ~= "string" and type(new) ~= "number" then
			error("regex.gsub: a replacement must be a string, got " .. type(new), 2)
		end
		parts[#parts + 1] = sub(text, from, m.first - 1) .. tostring(new)
		from, count = m.last + 1, count + 1
	end
	parts[#parts + 1] = sub(text, from)
	return concat(parts), count
end

return regex
