-- What an agent would write: remember something in Redis, then look around in PlanetScale.
local redis = app.integrations.upstash
local planetscale = app.integrations.planetscale

redis.set_key({ key = "cache:weather:amsterdam", value = '{"temp":18}', ex = 60 })
local weather = redis.get_key({ key = "cache:weather:amsterdam" })
if weather.value then
  print("weather: " .. weather.value)
end

local missing = redis.get_key({ key = "no:such:key" })
print("missing key: " .. tostring(missing.value))

local listed = redis.list_keys()
for _, key in ipairs(listed.keys) do
  print("key: " .. key)
end

for _, db in ipairs(redis.list_databases()) do
  print("redis database: " .. db.database_name .. " in " .. db.region)
end
local team = redis.get_current_user()
print("upstash: " .. team.name .. ", " .. (team.plan or "free") .. " plan")

for _, org in ipairs(planetscale.list_organizations().data) do
  print("organization: " .. org.slug)
end
planetscale.create_database({ organization = "my-org", name = "orders", region = "us-east", cluster_size = "PS_10" })
local databases = planetscale.planetscale_list_databases({ organization = "my-org" })
for _, db in ipairs(databases.data) do
  print("database: " .. db.name .. " in " .. db.region.slug .. ", " .. db.branches .. " branches")
end
local branch = planetscale.get_branch({ organization = "my-org", database = "my-database", branch = "main" })
print("branch: " .. branch.name .. " is " .. branch.role .. ", ready: " .. tostring(branch.ready))
local user = planetscale.get_current_user()
print("planetscale: " .. (user.first_name or "") .. " " .. (user.last_name or ""))

local ok, err = pcall(redis.set_key, { key = "x", value = "y", ex = 0 })
print("refused, as it should be: " .. tostring(ok == false and err.code))

local result = redis.delete_key({ key = "cache:weather:amsterdam" })
print("deleted: " .. tostring(result.deleted))
return { keys = listed.count, databases = #databases.data, deleted = result.deleted }
