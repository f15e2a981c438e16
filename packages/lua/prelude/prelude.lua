-- Builds what a script sees besides Lua's own: print, dump, app.integrations, docs and regex. Runs once in each fresh
-- state, after sandbox.lua and before the script. host has the functions of host-functions.ts, parts the other files.
local host, format, parts, seal, collect = ...

local concat, pack = table.concat, table.pack
local select = select

function print(...)
	local texts = pack(...)
	for index = 1, texts.n do
		texts[index] = format(texts[index])
	end
	host.write(concat(texts, "\t") .. "\n")
end

function dump(...)
	for index = 1, select("#", ...) do
		host.write(format((select(index, ...))) .. "\n")
	end
end

local unwrap = parts.failure()
local integrations, bind_with = parts.integrations(host, unwrap, collect)

app = { integrations = integrations }
docs, lua_list_docs, lua_search_docs, lua_read_doc = parts.docs(host, unwrap)
regex = parts.regex(host)
seal()
bind_with(_G)
