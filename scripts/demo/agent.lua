-- An agent without credentials: it makes a Redis database, and remembers, recalls and queues in it at once.
local start = app.integrations.upstash_redis_start
local made = start.create_database({ account = "demo" })
local memory = start.demo
local cache = app.integrations.upstash.demo

cache.set_key({ key = "now:task", value = "plan a trip to Delft", ex = 600 })
print("short-term: " .. cache.get_key({ key = "now:task" }).value)

memory.append_log({ key = "chat", value = "user: a window seat, please" })
memory.append_log({ key = "chat", value = "agent: noted" })
for _, entry in ipairs(memory.read_log({ key = "chat", limit = 2 }).entries) do
  print("log: " .. entry)
end

memory.remember({ key = "likes", member = "window seats", score = 0.9 })
memory.remember({ key = "likes", member = "night trains", score = 0.4 })
local liked = memory.recall({ key = "likes" }).memories
for _, memo in ipairs(liked) do
  print("memory: " .. memo.member .. ", " .. memo.score)
end

memory.push_job({ key = "jobs", value = "book the train" })
memory.push_job({ key = "jobs", value = "find a hotel" })
local jobs = {}
local job = memory.pop_job({ key = "jobs" }).value
while job do
  print("job: " .. job)
  jobs[#jobs + 1] = job
  job = memory.pop_job({ key = "jobs" }).value
end

print("Show the user: " .. made.console_url)
print("It ends on " .. made.expires .. " unless they claim it there.")
return { best = liked[1].member, jobs = #jobs, account = made.account }
