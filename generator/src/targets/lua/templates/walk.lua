local function read(value, path)
	for _, key in ipairs(path) do
		if type(value) ~= "table" then
			return nil
		end
		value = value[key]
	end
	return value
end

local function next_position(page, position, result, items)
	if page.next then
		return read(result, page.next)
	end
	if items[1] == nil then
		return nil
	end
	return position + (page.by_item and #items or 1)
end

local function same(one, other)
	if type(one) ~= "table" or type(other) ~= "table" then
		return one == other
	end
	for key, value in pairs(one) do
		if not same(value, other[key]) then
			return false
		end
	end
	for key in pairs(other) do
		if one[key] == nil then
			return false
		end
	end
	return true
end

-- Notices that pages repeat: a position comes a second time, or three pages in a row are the same as the one before.
-- Fewer than three prove nothing, because two pages can have equal items.
local function watch_pages(first)
	local seen, last, repeats, number = { [first or ""] = true }, nil, 0, 0
	return function(items, position)
		number = number + 1
		if seen[position] then
			return "the pages repeat: the same position came twice", number
		end
		seen[position] = true
		if items[1] ~= nil then
			repeats = last and same(items, last) and repeats + 1 or 0
			last = items
		end
		local fault = "the pages repeat: page " .. number .. " has the same items as page " .. number - 1
		return repeats == 3 and fault, number
	end
end

-- Returns the items of all pages, one at a time. Each page is requested when it is needed.
local function walk(call, name, page, args)
	local ask = {}
	for key, value in pairs(args or {}) do
		ask[key] = value
	end
	local items, index, more = {}, 0, true
	local watch = watch_pages(ask[page.param] or page.start)
	local fault, pages
	return function()
		index = index + 1
		while items[index] == nil do
			if not more then
				return nil
			end
			if fault then
				fail("bad_response", fault, name, "done", pages)
			end
			local result = call(ask)
			items, index = read(result, page.items) or {}, 1
			local position = next_position(page, ask[page.param] or page.start, result, items)
			more = position ~= nil and position ~= "" and position ~= page.last
			ask[page.param] = position
			if more then
				fault, pages = watch(items, position)
			end
		end
		return items[index]
	end
end
