-- From Lua, in the sandbox that agents' scripts run in. --yes lets the script write.
--
-- Run:    node packages/cli/dist/bin.js emulate -- node packages/cli/dist/bin.js lua examples/script.lua --yes
-- Prints: Ada is logged in
--         users: 2
local upstash = app.integrations.upstash

upstash.set_key({ key = "user:1", value = "Ada", ex = 60 })
upstash.set_key({ key = "user:2", value = "Grace", ex = 60 })
print(upstash.get_key({ key = "user:1" }).value .. " is logged in")
print("users: " .. upstash.list_keys({ pattern = "user:*" }).count)
