-- Strings: builds, splits, upper-cases and joins lines.
local total = 0
for round = 1, 30 do
	local lines = {}
	for index = 1, 3000 do
		lines[index] = ("user:%d;name=%s;round=%d"):format(index, "n" .. index % 97, round)
	end
	local text = table.concat(lines, "\n")
	for name in text:gmatch("name=(%w+)") do
		total = total + #name:upper()
	end
	total = total + #text:gsub("user", "account")
end
return total
