-- Methods and closures: accounts with a metatable.
local Account = {}
Account.__index = Account
function Account:deposit(amount)
	self.balance = self.balance + amount
	return self
end
local function counter()
	local n = 0
	return function()
		n = n + 1
		return n
	end
end
local total = 0
for round = 1, 20 do
	local accounts, next_id = {}, counter()
	for index = 1, 5000 do
		accounts[index] = setmetatable({ id = next_id(), balance = round }, Account)
	end
	for _ = 1, 4 do
		for _, account in ipairs(accounts) do
			total = total + account:deposit(1).balance % 7
		end
	end
end
return total
