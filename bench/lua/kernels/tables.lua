-- Tables: fills a list and a map, sorts with a comparator, counts.
local seed = 42
local function random()
	seed = seed * 16807 % 2147483647
	return seed
end
local total = 0
for _ = 1, 6 do
	local list, seen = {}, {}
	for index = 1, 20000 do
		local value = random()
		list[index] = { id = index, rank = value }
		local bucket = value % 1000
		seen[bucket] = (seen[bucket] or 0) + 1
	end
	table.sort(list, function(a, b)
		return a.rank < b.rank
	end)
	for _ = 1, 100 do
		table.insert(list, 1, table.remove(list))
	end
	total = total + list[1].id + seen[7]
end
return total
