-- Integers and a list: the sieve of Eratosthenes.
local limit, count = 400000, 0
for _ = 1, 3 do
	local composite = {}
	count = 0
	for number = 2, limit do
		if not composite[number] then
			count = count + 1
			for multiple = number * number, limit, number do
				composite[multiple] = true
			end
		end
	end
end
return count
