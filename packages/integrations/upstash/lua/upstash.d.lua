---@meta
-- Generated from specs/upstash/integration.yaml by "pnpm generate". Do not edit.
-- luacheck: no max line length

--- One Redis database.
---@class upstash.Database
--- Id that get_database takes.
---@field database_id string
--- Name shown in the console.
---@field database_name string
--- Region, or `global`.
---@field region? string
--- Host name, such as tidy-mole-30121.upstash.io, or only its first part, such as brave-otter-20544.
--- The API returns either form.
---@field endpoint? string
--- Port for ordinary Redis clients.
---@field port? integer
--- active, suspended or passive.
---@field state? string
--- Plan of the database.
---@field type? string
--- Whether connections use TLS.
---@field tls? boolean
--- Time of creation, in seconds since 1970.
---@field creation_time? integer
--- How much the database is used. Only get_database reads it; null if it cannot be read.
---@field usage? upstash.Database.usage
---@field [string] any

--- How much the database is used. Only get_database reads it; null if it cannot be read.
---@class upstash.Database.usage
--- Requests this month.
---@field commands? integer
--- Number of keys.
---@field keys? integer
--- Bytes of storage.
---@field storage? integer
--- Bytes transferred this month.
---@field bandwidth? integer

--- One member of a team.
---@class upstash.Member
--- E-mail address.
---@field email? string
--- owner, admin, dev or finance.
---@field role? string
---@field [string] any

--- One team of the account.
---@class upstash.Team
--- Id of the team.
---@field team_id string
--- Name of the team.
---@field team_name string
---@field [string] any

---@class upstash.get_key.args
--- Key to read.
---@field key string

---@class upstash.get_key.result
--- The key that was read.
---@field key string
--- Its value; null if there is no such key.
---@field value? string

---@class upstash.set_key.args
--- Key to write.
---@field key string
--- Value to store. It can be empty.
---@field value string
--- Seconds until the key expires.
---@field ex? integer

---@class upstash.set_key.result
--- The key that was written.
---@field key string
--- The value that was stored.
---@field value string
--- Seconds until it expires; null if it does not.
---@field ttl? integer
--- Always OK. Any other answer is an error.
---@field result "OK"

---@class upstash.delete_key.args
--- Key to delete.
---@field key string

---@class upstash.delete_key.result
--- The key that was given.
---@field key string
--- Keys removed: 1, or 0 if there was no such key.
---@field deleted integer

---@class upstash.list_keys.args
--- Glob: `*` matches any text, `?` one character, `[ab]` a or b.
---@field pattern? string

---@class upstash.list_keys.result
--- The pattern that was used.
---@field pattern string
--- Matching keys, sorted.
---@field keys string[]
--- Number of keys.
---@field count integer

---@class upstash.get_database.args
--- Id from list_databases.
---@field id string

---@class upstash.get_current_user.result
--- Name of the first team, or the account's e-mail address.
---@field name string
--- Id of the first team; null if there is none.
---@field team_id? string
--- Always null, because the API does not report a plan.
---@field plan? nil
--- Members of the first team.
---@field members upstash.Member[]
--- All teams.
---@field teams upstash.Team[]
--- E-mail address of the account.
---@field email string

---@class upstash.functions
--- Read the value of one key. Null if there is no such key.
---@field get_key fun(args: upstash.get_key.args): upstash.get_key.result
---@field upstash_get_key fun(args: upstash.get_key.args): upstash.get_key.result
--- Store a string under a key, replacing the old value. With `ex`, value and expiry are set in one
--- atomic command. Without it, an earlier expiry is removed.
---@field set_key fun(args: upstash.set_key.args): upstash.set_key.result
---@field upstash_set_key fun(args: upstash.set_key.args): upstash.set_key.result
--- Delete one key of any type. Returns how many keys were removed. A key that does not exist is not an
--- error.
---@field delete_key fun(args: upstash.delete_key.args): upstash.delete_key.result
---@field upstash_delete_key fun(args: upstash.delete_key.args): upstash.delete_key.result
--- List the keys that match a pattern, sorted. Repeats are removed. It uses SCAN, so a large database
--- is not blocked. More than 100,000 matches are an error that asks for a narrower pattern.
---@field list_keys fun(args?: upstash.list_keys.args): upstash.list_keys.result
---@field upstash_list_keys fun(args?: upstash.list_keys.args): upstash.list_keys.result
--- List the Redis databases of the API key's account or team. Secrets in the reply are shown as
--- `[redacted]`.
---@field list_databases fun(): upstash.Database[]
---@field upstash_list_databases fun(): upstash.Database[]
--- Read settings and usage of one Redis database. Passwords and tokens are never part of the result.
---@field get_database fun(args: upstash.get_database.args): upstash.Database
---@field upstash_get_database fun(args: upstash.get_database.args): upstash.Database
--- Tell whose API key is in use. Upstash has no endpoint for this, so the result comes from the first
--- team and its members. For an account without teams, the name is its e-mail address. The plan is
--- always null, because Upstash does not report it.
---@field get_current_user fun(): upstash.get_current_user.result
---@field upstash_get_current_user fun(): upstash.get_current_user.result

---@class upstash: upstash.functions
---@field default upstash.functions
--- Named accounts.
---@field [string] upstash.functions

---@class app.integrations
---@field upstash upstash
