// In a program of your own: run Lua that somebody else wrote, with limits, and allow only what you decide.
//
// Run:    node packages/cli/dist/bin.js emulate -- node examples/embed-lua.mjs
// Prints: {"hits":2}
//         policy_denied
//         limit_exceeded
import { createLuaHost } from '@kosmokrator/lua';
import { createHost, createPolicy, loadCatalog } from '@kosmokrator/host';

const policy = createPolicy({
  document: {
    rules: [
      { effect: 'allow', function: 'upstash_set_key', account: 'default' },
      { effect: 'deny', function: 'upstash_delete_key' },
    ],
  },
});
const lua = createLuaHost({ host: createHost({ catalog: loadCatalog(), policy }) });

const counted = await lua.run(
  `local upstash = app.integrations.upstash
   for _ = 1, args.visits do
     local hits = tonumber(upstash.get_key({ key = "hits" }).value or 0)
     upstash.set_key({ key = "hits", value = tostring(hits + 1) })
   end
   return { hits = math.tointeger(upstash.get_key({ key = "hits" }).value) }`,
  { args: { visits: 2 } },
);
console.log(JSON.stringify(counted.result));

const denied = await lua.run('return app.integrations.upstash.delete_key({ key = "hits" })');
console.log(denied.error.code);

const endless = await lua.run('while true do end', { timeoutMs: 200 });
console.log(endless.error.code);

await lua.close();
