/** An agent without credentials gets a Redis and uses it at once, through every surface, on the emulator. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Emulator, startEmulator } from '@kosmokrator/emulator';
import { createLuaHost } from '@kosmokrator/lua';
import type { ConnectedAccounts } from '@kosmokrator/runtime';
import { accountSink } from '@kosmokrator/host/accounts';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { packageModule, root } from '@kosmokrator/testing/repository';
import { openStore, temporaryHome } from './open-store.js';

let emulator: Emulator;
beforeAll(async () => void (emulator = await startEmulator()));
beforeEach(() => emulator.reset());
afterAll(() => emulator.close());

/** The emulator's start-redis, and no credentials at all. */
function bareEnvironment(): Record<string, string> {
  const kept = Object.entries(emulator.env).filter(([name]) => name.startsWith('KOSMO_'));
  return { ...Object.fromEntries(kept), KOSMO_KEYCHAIN: 'off' };
}

const provision = `
-- Opened before there is such an account.
local redis, start = app.integrations.upstash, app.integrations.upstash_redis_start
local made = start.create_database({ account = "scratch" })`;
const patterns = `
local scratch = app.integrations.upstash_redis_start.scratch
local short = app.integrations.upstash.scratch
short.set_key({ key = "step", value = "2", ex = 60 })
scratch.append_log({ key = "chat", value = "hello" })
scratch.append_log({ key = "chat", value = "how are you?" })
scratch.push_job({ key = "jobs", value = "first" })
scratch.push_job({ key = "jobs", value = "second" })
scratch.remember({ key = "memories", member = "minor", score = 1 })
scratch.remember({ key = "memories", member = "major", score = 2.5 })
local result = {
  step = short.get_key({ key = "step" }).value,
  log = scratch.read_log({ key = "chat" }).entries,
  job = scratch.pop_job({ key = "jobs" }).value,
  memories = scratch.recall({ key = "memories" }).memories,
  count = scratch.command({ command = { "INCRBY", "visits", 2 } }).result,
}`;
const used = {
  step: '2',
  log: ['how are you?', 'hello'],
  job: 'first',
  memories: [
    { member: 'major', score: 2.5 },
    { member: 'minor', score: 1 },
  ],
  count: 2,
};
const description = {
  database_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
  endpoint: expect.stringMatching(/^https?:/),
  metrics_url: expect.stringContaining('/start-redis/metrics/'),
  expires: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  console_url: expect.stringContaining('/console/'),
  account: 'scratch',
};

test('one Lua script makes a database and uses the four patterns', async () => {
  const { host } = openStore(bareEnvironment());
  const lua = createLuaHost({ host });
  const run = await lua.run(`${provision}${patterns}
local metrics = start.get_metrics({ id = made.database_id })
return { made = made, used = result, keys = metrics.keys }`);
  await lua.close();
  expect(run.error).toBeNull();
  expect(run.result).toEqual({ made: description, used, keys: expect.any(Number) });
  expect(emulator.startRedis.minted).toBe(1);
});

test('the SDK, with a function as the sink', async () => {
  const start = (await import(packageModule('upstash-redis-start'))) as any;
  const redis = (await import(packageModule('upstash'))) as any;
  const kept: ConnectedAccounts[] = [];
  const connect = (made: ConnectedAccounts) => kept.push(made);
  const agent = start.UpstashRedisStart.fromEnv(bareEnvironment(), { connect });
  expect(await agent.createDatabase()).toEqual(description);
  const { accounts } = kept[0]!;
  expect(JSON.stringify(kept)).toContain('[redacted]');
  const scratch = start.UpstashRedisStart.fromAccount(accounts['upstash-redis-start']);
  const short = redis.Upstash.fromAccount(accounts['upstash']);
  await short.setKey({ key: 'step', value: '2', ex: 60 });
  for (const value of ['hello', 'how are you?']) await scratch.appendLog({ key: 'chat', value });
  for (const value of ['first', 'second']) await scratch.pushJob({ key: 'jobs', value });
  for (const [member, score] of [
    ['minor', 1],
    ['major', 2.5],
  ])
    await scratch.remember({ key: 'memories', member, score });
  expect({
    step: (await short.getKey({ key: 'step' })).value,
    log: (await scratch.readLog({ key: 'chat' })).entries,
    job: (await scratch.popJob({ key: 'jobs' })).value,
    memories: (await scratch.recall({ key: 'memories' })).memories,
    count: (await scratch.command({ command: ['INCRBY', 'visits', 2] })).result,
  }).toEqual(used);
  const without = start.UpstashRedisStart.fromEnv(bareEnvironment());
  await expect(without.createDatabase()).rejects.toMatchObject({ code: 'invalid_argument', attempts: 0 });
  expect(emulator.startRedis.minted).toBe(1);
});

test('the SDK, with an account store as the sink', async () => {
  const start = (await import(packageModule('upstash-redis-start'))) as any;
  const { store, catalog, host, env } = openStore(bareEnvironment());
  const agent = start.UpstashRedisStart.fromEnv(env, { connect: accountSink(store, catalog) });
  await agent.createDatabase({ account: 'shared' });
  const set = await host.call('upstash_set_key', { key: 'a', value: '1' }, { account: 'shared' });
  expect(set).toMatchObject({ result: 'OK' });
});

async function kosmoLua(env: Record<string, string>, script: string): Promise<any> {
  const file = join(env['KOSMO_HOME']!, 'script.lua');
  writeFileSync(file, script);
  const child = spawn(
    process.execPath,
    [`${root}/packages/cli/dist/bin.js`, 'lua', file, '--json', '--yes'],
    {
      env: { ...env, PATH: process.env['PATH'] },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { ...(JSON.parse(out) as object), everything: out + err };
}

test('kosmo lua: made in one run, used in the next', async () => {
  const env = { ...bareEnvironment(), KOSMO_HOME: temporaryHome() };
  const first = await kosmoLua(env, `${provision}\nreturn made`);
  expect(first).toMatchObject({ ok: true, result: description });
  const second = await kosmoLua(env, `${patterns}\nreturn result`);
  expect(second).toMatchObject({ ok: true, result: used });
  expect(emulator.startRedis.minted).toBe(1);
  const again = await kosmoLua(env, `${provision}\nreturn made`);
  expect(again).toMatchObject({ ok: false, error: { code: 'conflict', attempts: 0 } });
  expect(emulator.startRedis.minted).toBe(1);
});

test('a real MCP client in tools mode', async () => {
  const env = { ...bareEnvironment(), KOSMO_HOME: temporaryHome() };
  const client = new Client({ name: 'test', version: '1.0.0' });
  const integrations = ['--integration', 'upstash', 'upstash-redis-start'];
  const args = [
    `${root}/packages/cli/dist/bin.js`,
    'mcp',
    'serve',
    '--mode',
    'tools',
    '--yes',
    ...integrations,
  ];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, env }));
  const transcript: unknown[] = [];
  const call = async (name: string, given: Record<string, unknown>): Promise<any> => {
    const reply = await client.callTool({ name, arguments: given });
    transcript.push(reply);
    expect(reply).not.toMatchObject({ isError: true });
    return reply.structuredContent;
  };
  const of = (name: string, given: Record<string, unknown>) =>
    call(`upstash_redis_start_${name}`, { ...given, account: 'scratch' });
  expect(await call('upstash_redis_start_create_database', {})).toEqual(description);
  await call('upstash_set_key', { key: 'step', value: '2', ex: 60, account: 'scratch' });
  for (const value of ['hello', 'how are you?']) await of('append_log', { key: 'chat', value });
  for (const value of ['first', 'second']) await of('push_job', { key: 'jobs', value });
  for (const [member, score] of [
    ['minor', 1],
    ['major', 2.5],
  ])
    await of('remember', { key: 'memories', member, score });
  expect({
    step: (await call('upstash_get_key', { key: 'step', account: 'scratch' })).value,
    log: (await of('read_log', { key: 'chat' })).entries,
    job: (await of('pop_job', { key: 'jobs' })).value,
    memories: (await of('recall', { key: 'memories' })).memories,
    count: (await of('command', { command: ['INCRBY', 'visits', 2] })).result,
  }).toEqual(used);
  // As models write it.
  expect(await of('command', { command: '["INCRBY", "visits", 9007199254740993]' })).toMatchObject({
    result: '9007199254740995',
  });
  await client.close();
  expect(JSON.stringify(transcript)).not.toMatch(/bearer|token/i);
});
