// A program: calls five integrations out of many, three times each, once from here and once from a script; then one
// function of each large integration. The first argument is how long it lets the host settle before the first call, since
// the Lua host starts a spare worker after a script, which takes a core. Prints the milliseconds of each integration's three calls, and the modules loaded.
import { setTimeout as wait } from 'node:timers/promises';
import { createLuaHost } from '@kosmokrator/lua';
import { createHost, createPolicy, loadCatalog } from '@kosmokrator/host';

const body = '{"result":"Ada","name":"Ada","email":"ada@example.com"}';
const reply = { status: 200, headers: {}, body: new TextEncoder().encode(body) };
const host = createHost({
  catalog: loadCatalog({ folders: process.argv.slice(3) }),
  policy: createPolicy({ yes: true }),
  accounts: () => ({
    credentials: {
      redis_url: 'https://bench.upstash.io',
      redis_token: 'token',
      service_token_id: 'id',
      service_token: 'token',
    },
  }),
  transport: { send: async () => reply },
});
const lua = createLuaHost({ host });
const args = { key: 'a' };
await lua.run('return 1');
await wait(Number(process.argv[2]));

const call = (name) => host.call(`${name}_get_key`, args);
async function runScript(name) {
  const { error } = await lua.run(`return app.integrations.${name}.get_key(args)`, { args });
  if (error) throw new Error(error.message);
}

async function time(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function timeAll(work, names) {
  const times = [];
  for (const name of names) {
    times.push([await time(() => work(name)), await time(() => work(name)), await time(() => work(name))]);
  }
  return times;
}

const calls = await timeAll(call, ['upstashn10', 'upstashn20', 'upstashn30', 'upstashn40', 'upstashn50']);
const scripts = await timeAll(runScript, [
  'upstashn12',
  'upstashn22',
  'upstashn32',
  'upstashn42',
  'upstashn52',
]);
const modules = globalThis.loadedModules.length;
const large = await timeAll(async (name) => host.call(`${name}_get_current_user_1`, {}), ['planetscale']);
const largeModules = globalThis.loadedModules.length - modules;
console.log(JSON.stringify({ calls, scripts, large, modules, largeModules }));
await lua.close();
