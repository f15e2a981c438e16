local function make_function(name, invoke, account, host_each)
	local function call(args)
		check(args, name)
		return invoke(PREFIX .. name, args or {}, account)
	end
	local page = PAGES[name]
	if not page then
		return call
	end
	local function each(args)
		check(args, name)
		if host_each then
			return host_each(PREFIX .. name, args or {}, account)
		end
		if page == true then
			fail("invalid_argument", "this Lua host cannot read all pages of " .. NAMESPACE .. "." .. name, name)
		end
		return walk(call, name, page, args)
	end
	local function call_table(_, args)
		return call(args)
	end
	local meta = { __call = call_table, __newindex = refuse, __metatable = NAMESPACE }
	function meta.__tostring()
		return "function: " .. PREFIX .. name
	end
	return setmetatable({ each = each }, meta)
end
