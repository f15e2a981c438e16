-- Enters the interpreter often: from sort, from gsub and through pcall. Each entry counts towards its optimization.
local function sum(n)
	local total = 0
	for index = 1, n do
		total = total + index % 7
	end
	return total
end

for round = 1, 20 do
	local list = {}
	for index = 1, 60 do
		list[index] = (index * 7919 + round) % 61
	end
	table.sort(list, function(a, b)
		return a < b
	end)
	list.text = string.gsub("a b c d", "%a", function(letter)
		return letter .. sum(20)
	end)
	pcall(sum, 20)
end
