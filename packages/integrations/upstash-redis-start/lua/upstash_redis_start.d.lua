---@meta
-- Generated from specs/upstash-redis-start/integration.yaml by "pnpm generate". Do not edit.
-- luacheck: no max line length

--- One database, without its token.
---@class upstash_redis_start.Database
--- Id of the database.
---@field database_id string
--- Its REST URL.
---@field endpoint string
--- URL that get_metrics reads.
---@field metrics_url string
--- Day on which it expires, unless the user claims it.
---@field expires string
--- Page where the user can view and claim the database.
---@field console_url string
--- Name of the account that was stored.
---@field account string

---@class upstash_redis_start.create_database.args
--- Version 4 UUID. The same id returns the same database.
---@field id? string
--- Name of the new account. Default: `scratch`, or `scratch_2` and so on.
---@field account? string

---@class upstash_redis_start.get_database.args
--- Id from create_database. An unknown id creates a new database.
---@field id string
--- Name of the new account. Default: `scratch`, or `scratch_2` and so on.
---@field account? string

---@class upstash_redis_start.get_metrics.args
--- Id from create_database.
---@field id string

--- Counts since the database was made.
---@class upstash_redis_start.get_metrics.result
--- Age of the database.
---@field uptime_seconds integer
--- When the database expires.
---@field expires_at? string
--- Page where the user can view and claim the database.
---@field console_url string
--- Number of commands.
---@field commands_total integer
--- Commands a second, over the last minute.
---@field commands_per_sec_1m? number
--- Number of keys.
---@field keys integer
--- Memory in use.
---@field memory_bytes? integer
--- Bytes received.
---@field bytes_in? integer
--- Bytes sent.
---@field bytes_out? integer
---@field [string] any

---@class upstash_redis_start.append_log.args
--- Key of the log.
---@field key string
--- Entry to add. Often JSON.
---@field value string

---@class upstash_redis_start.append_log.result
--- Key of the log.
---@field key string
--- Number of entries in the log.
---@field length integer

---@class upstash_redis_start.read_log.args
--- Key of the log.
---@field key string
--- How many entries to read.
---@field limit? integer

---@class upstash_redis_start.read_log.result
--- Key of the log.
---@field key string
--- Entries, newest first.
---@field entries string[]
--- Number of entries returned.
---@field count integer

---@class upstash_redis_start.push_job.args
--- Key of the queue.
---@field key string
--- Job to add. Often JSON.
---@field value string

---@class upstash_redis_start.push_job.result
--- Key of the queue.
---@field key string
--- Number of jobs waiting.
---@field length integer

---@class upstash_redis_start.pop_job.args
--- Key of the queue.
---@field key string

---@class upstash_redis_start.pop_job.result
--- Key of the queue.
---@field key string
--- The job; null if the queue is empty.
---@field value? string

---@class upstash_redis_start.remember.args
--- Key of the memory.
---@field key string
--- What to remember.
---@field member string
--- Rank, such as a time.
---@field score number

---@class upstash_redis_start.remember.result
--- Key of the memory.
---@field key string
--- What was remembered.
---@field member string
--- Its score.
---@field score number
--- 1 if it is new, 0 if it existed.
---@field added integer

---@class upstash_redis_start.recall.args
--- Key of the memory.
---@field key string
--- How many members to read.
---@field limit? integer

---@class upstash_redis_start.recall.result
--- Key of the memory.
---@field key string
--- What was remembered, highest score first.
---@field memories upstash_redis_start.recall.result.memories[]
--- Number of members returned.
---@field count integer

---@class upstash_redis_start.recall.result.memories
--- What was remembered.
---@field member string
--- Its score.
---@field score number

---@class upstash_redis_start.command.args
--- Name and arguments, such as `["INCR", "visits"]`.
---@field command (string|number)[]

---@class upstash_redis_start.command.result
--- The answer of Redis.
---@field result any

---@class upstash_redis_start.functions
--- Make a Redis database. Stores an account for it here and in upstash. It expires in three days. Show
--- the user the console URL, where it can be claimed. Store no secrets or personal data.
---@field create_database fun(args?: upstash_redis_start.create_database.args): upstash_redis_start.Database
---@field upstash_redis_start_create_database fun(args?: upstash_redis_start.create_database.args): upstash_redis_start.Database
--- Fetch a database's account again, by its id. Use it if the account was lost, or after the user has
--- claimed the database. Show the user the console URL.
---@field get_database fun(args: upstash_redis_start.get_database.args): upstash_redis_start.Database
---@field upstash_redis_start_get_database fun(args: upstash_redis_start.get_database.args): upstash_redis_start.Database
--- Read a database's usage and when it expires.
---@field get_metrics fun(args: upstash_redis_start.get_metrics.args): upstash_redis_start.get_metrics.result
---@field upstash_redis_start_get_metrics fun(args: upstash_redis_start.get_metrics.args): upstash_redis_start.get_metrics.result
--- Add an entry to a log. An entry may be a turn of a conversation. If the outcome is unknown, read the
--- log before you repeat the call.
---@field append_log fun(args: upstash_redis_start.append_log.args): upstash_redis_start.append_log.result
---@field upstash_redis_start_append_log fun(args: upstash_redis_start.append_log.args): upstash_redis_start.append_log.result
--- Read a log, newest entries first.
---@field read_log fun(args: upstash_redis_start.read_log.args): upstash_redis_start.read_log.result
---@field upstash_redis_start_read_log fun(args: upstash_redis_start.read_log.args): upstash_redis_start.read_log.result
--- Put a job at the end of a queue. It is never retried. If the outcome is unknown, the job may be in
--- the queue.
---@field push_job fun(args: upstash_redis_start.push_job.args): upstash_redis_start.push_job.result
---@field upstash_redis_start_push_job fun(args: upstash_redis_start.push_job.args): upstash_redis_start.push_job.result
--- Take the oldest job out of a queue. It is never retried. If the outcome is unknown, a job may have
--- been taken and lost. Null if the queue is empty.
---@field pop_job fun(args: upstash_redis_start.pop_job.args): upstash_redis_start.pop_job.result
---@field upstash_redis_start_pop_job fun(args: upstash_redis_start.pop_job.args): upstash_redis_start.pop_job.result
--- Keep a member of a ranked memory, with a score. If the member exists, its score is replaced.
---@field remember fun(args: upstash_redis_start.remember.args): upstash_redis_start.remember.result
---@field upstash_redis_start_remember fun(args: upstash_redis_start.remember.args): upstash_redis_start.remember.result
--- Read a ranked memory, highest score first.
---@field recall fun(args: upstash_redis_start.recall.args): upstash_redis_start.recall.result
---@field upstash_redis_start_recall fun(args: upstash_redis_start.recall.args): upstash_redis_start.recall.result
--- Run any other Redis command. It is never retried.
---@field command fun(args: upstash_redis_start.command.args): upstash_redis_start.command.result
---@field upstash_redis_start_command fun(args: upstash_redis_start.command.args): upstash_redis_start.command.result

---@class upstash_redis_start: upstash_redis_start.functions
---@field default upstash_redis_start.functions
--- Named accounts.
---@field [string] upstash_redis_start.functions

---@class app.integrations
---@field upstash_redis_start upstash_redis_start
