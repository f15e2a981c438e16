local failure = {}

function failure:__tostring()
	return self.code .. ": " .. self.message
end

local function fail(code, message, name, outcome, attempts)
	local details = { code = code, message = message, integration = INTEGRATION, ["function"] = name }
	details.retryable, details.outcome, details.attempts = false, outcome or "not_sent", attempts or 0
	error(setmetatable(details, failure), 0)
end

-- Counts the edits from one name to the other: insert, delete, replace, or swap two characters.
local function distance(a, b)
	local before, row = {}, {}
	for j = 0, #b do
		row[j] = j
	end
	for i = 1, #a do
		local following = { [0] = i }
		for j = 1, #b do
			local replace = row[j - 1] + (byte(a, i) == byte(b, j) and 0 or 1)
			following[j] = min(replace, row[j] + 1, following[j - 1] + 1)
			if i > 1 and j > 1 and byte(a, i) == byte(b, j - 1) and byte(a, i - 1) == byte(b, j) then
				following[j] = min(following[j], before[j - 2] + 1)
			end
		end
		before, row = row, following
	end
	return row[#b]
end

local function did_you_mean(name, accounts)
	local reach = max(2, ceil(#name / 3))
	local near, far = {}, {}
	for _, names in ipairs({ FUNCTIONS, accounts }) do
		for _, known in ipairs(names) do
			local edits = abs(#known - #name) > reach and reach + 1 or distance(name, known)
			if edits <= reach and not far[known] then
				near[#near + 1], far[known] = known, edits
			end
		end
	end
	sort(near, function(a, b)
		return far[a] < far[b] or far[a] == far[b] and a < b
	end)
	if #near == 0 then
		return "."
	end
	return '; did you mean "' .. concat(near, '" or "', 1, min(#near, 3)) .. '"?'
end

local function account_list(accounts)
	local names = { "default" }
	for _, name in ipairs(accounts) do
		if name ~= "default" then
			names[#names + 1] = name
		end
	end
	local rest = #names > 20 and ", and " .. #names - 20 .. " more." or "."
	return " Accounts: " .. concat(names, ", ", 1, min(#names, 20)) .. rest
end

local function fail_unknown(key, kind, accounts, problem)
	local name = sub(gsub(tostring(key), "%c", "?"), 1, 64)
	local short = sub(name, 1, #PREFIX) == PREFIX and sub(name, #PREFIX + 1) or name
	local message = NAMESPACE .. " has no " .. kind .. ' "' .. name .. '"' .. did_you_mean(short, accounts)
	if problem then
		message = message .. " The names of the accounts cannot be read: " .. tostring(problem)
	elseif accounts then
		message = message .. account_list(accounts)
	end
	fail("unknown_function", message .. " All functions: " .. LIST, name)
end
