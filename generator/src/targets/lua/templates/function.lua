local function make_function(name, invoke, account)
	local function call(args)
		check(args, name)
		return invoke(PREFIX .. name, args or {}, account)
	end
	return call
end
