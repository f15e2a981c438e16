-- An error is a table with code, message and what else is known of it; as text it is one line that says what to do.
local concat, gsub = table.concat, string.gsub
local error, setmetatable, tostring = error, setmetatable, tostring

local failure = { __name = "failure" }

-- Each says one thing that the message may leave open, or nothing.
local notes = {
	function(e)
		local name = e["function"]
		return name and e.integration and e.integration .. "." .. tostring(name) or name
	end,
	function(e)
		return e.account ~= "default" and e.account and "account " .. e.account
	end,
	function(e)
		return e.status and "HTTP " .. e.status
	end,
	function(e)
		return e.retry_after_ms and "wait " .. e.retry_after_ms .. " ms" or e.retryable and "can be retried"
	end,
}

function failure:__tostring()
	local known = {}
	for index = 1, #notes do
		local note = notes[index](self)
		known[#known + 1] = note and tostring(note) or nil
	end
	local text = tostring(self.code) .. ": " .. tostring(self.message)
	if known[1] then
		text = text .. " (" .. concat(known, ", ") .. ")"
	end
	return (gsub(text, "%c+", " "))
end

function failure.__concat(left, right)
	return tostring(left) .. tostring(right)
end

-- Gives what a host function answered, or raises it.
return function(ok, value)
	if ok then
		return value
	end
	error(setmetatable(value, failure), 0)
end
