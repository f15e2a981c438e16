-- docs.list, docs.search and docs.read, and the same as text under the names that agents know.
local host, unwrap = ...

local concat, error, ipairs, setmetatable = table.concat, error, ipairs, setmetatable
local tostring, type = tostring, type

-- A list of pages is a list of tables; as text it has a line for each.
local pages = {}

function pages:__tostring()
	local lines = {}
	for index, page in ipairs(self) do
		lines[index] = page.page .. ": " .. page.summary
	end
	return concat(lines, "\n")
end

function pages.__concat(left, right)
	return tostring(left) .. tostring(right)
end

local function text_of(value, name)
	if type(value) ~= "string" then
		error(name .. " takes a string, as in " .. name .. '("upstash"); got ' .. type(value), 3)
	end
	return value
end

local docs = {}

function docs.list()
	return setmetatable(unwrap(host.docs("list", "")), pages)
end

function docs.search(query)
	return setmetatable(unwrap(host.docs("search", text_of(query, "docs.search"))), pages)
end

function docs.read(page)
	return unwrap(host.docs("read", text_of(page, "docs.read")))
end

local function lua_list_docs()
	return tostring(docs.list())
end

local function lua_search_docs(query)
	return tostring(docs.search(text_of(query, "lua_search_docs")))
end

local function lua_read_doc(page)
	return docs.read(text_of(page, "lua_read_doc"))
end

return docs, lua_list_docs, lua_search_docs, lua_read_doc
