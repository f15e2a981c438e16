local function refuse()
	fail("invalid_argument", NAMESPACE .. " is read-only; put your own functions in another table")
end

local namespaces = setmetatable({}, { __mode = "k" })

local function check(args, name)
	local call = NAMESPACE .. "." .. name
	if namespaces[args] then
		fail("invalid_argument", "call " .. call .. " with a dot, not a colon", name)
	end
	if args ~= nil and type(args) ~= "table" then
		local usage = " takes one table of params, as in " .. name .. "({ name = value })"
		fail("invalid_argument", call .. usage .. "; got a " .. type(args), name)
	end
end
