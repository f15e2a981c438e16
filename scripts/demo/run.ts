/** The demo: one Lua workflow, the same calls through the SDK, one call by an MCP client, and an agent that makes itself a database. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { startEmulator } from '@kosmokrator/emulator';
import { createLuaHost } from '@kosmokrator/lua';
import { accountNames, accountResolver, accountSink, openAccountStore } from '@kosmokrator/host/accounts';
import { createHost, createPolicy, loadCatalog } from '@kosmokrator/host';
import { root } from '@kosmokrator/testing/repository';

const started = performance.now();
const emulator = await startEmulator();
const settings = mkdtempSync(join(tmpdir(), 'kosmo-demo-'));
heading(`Emulator on ${emulator.backend.kind} ${emulator.backend.version}`);
console.log(`  ${emulator.endpoints.length} endpoints on this machine; \`kosmo emulate\` lists them`);

try {
  await runLua('workflow.lua', { databases: 2, deleted: 1, keys: 1 });
  await runSdk();
  await runMcp();
  await runLua('agent.lua', { best: 'window seats', jobs: 2, account: 'demo' });
  heading('Figures');
  const catalog = loadCatalog();
  const functions = catalog.integrations.flatMap(({ manifest }) => manifest.functions);
  const reads = functions.filter((fn) => fn.operation === 'read').length;
  const files = readdirSync(`${root}/packages/integrations`, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !/node_modules|[/\\]dist|\.turbo/.test(entry.parentPath),
  );
  console.log(`  ${catalog.integrations.length} integrations, ${functions.length} functions`);
  console.log(`  ${reads} read, ${functions.length - reads} write`);
  console.log(`  ${files.length} generated files`);
  console.log(
    `  ${emulator.requests.length} requests, on ${emulator.backend.kind} ${emulator.backend.version}`,
  );
  console.log(`  ${Math.round(performance.now() - started)} ms`);
  heading('Everything works');
  console.log(
    '  Next: README.md, "Try it", runs these scripts one by one. examples/ has one program for each surface.',
  );
} finally {
  await emulator.close();
  rmSync(settings, { recursive: true });
}

/** A script through the sandbox, with an account store of its own. */
async function runLua(file: string, expected: object): Promise<void> {
  heading(`Lua: scripts/demo/${file}`);
  const catalog = loadCatalog();
  const env = { ...emulator.env, KOSMO_HOME: settings, KOSMO_KEYCHAIN: 'off' };
  const store = openAccountStore({ env });
  const host = createHost({
    catalog,
    env,
    policy: createPolicy({ yes: true }),
    accounts: accountResolver(store),
    accountNames: accountNames(store),
    connect: accountSink(store, catalog),
  });
  const lua = createLuaHost({ host });
  try {
    const run = await lua.run(readFileSync(`${root}/scripts/demo/${file}`, 'utf8'), { name: file });
    for (const line of run.output.trimEnd().split('\n')) console.log(`  ${line}`);
    if (!run.ok) throw new Error(`the script failed: ${run.error?.message}`);
    expectEqual('the script returned', run.result, expected);
    console.log(`  ${run.calls.length} calls`);
  } finally {
    await lua.close();
  }
}

/** The calls of the workflow again, typed. */
async function runSdk(): Promise<void> {
  heading('SDK: the same calls, typed');
  const { Upstash } = await import('../../packages/integrations/upstash/dist/index.js');
  const { PlanetScale } = await import('../../packages/integrations/planetscale/dist/index.js');
  const redis = Upstash.fromEnv(emulator.env);
  const planetscale = PlanetScale.fromEnv(emulator.env);

  await redis.setKey({ key: 'user:7', value: 'Ada', ex: 60 });
  const { value } = await redis.getKey({ key: 'user:7' });
  expectEqual('getKey', value, 'Ada');
  const listed = await redis.listKeys();
  expectEqual('listKeys', listed.keys, ['user:7']);
  const { deleted } = await redis.deleteKey({ key: 'user:7' });
  expectEqual('deleteKey', deleted, 1);
  const databases = await redis.listDatabases();
  expectEqual('listDatabases', databases.length, 2);

  const page = await planetscale.listDatabases({ organization: 'my-org' });
  expectEqual('planetscale.listDatabases', page.data.map((database) => database.name).toSorted(), [
    'my-database',
    'orders',
  ]);
  const branch = await planetscale.getBranch({
    organization: 'my-org',
    database: 'my-database',
    branch: 'main',
  });
  expectEqual('planetscale.getBranch', branch.role, 'production');
}

/** A real MCP client over stdio: list the tools, call one. */
async function runMcp(): Promise<void> {
  heading('MCP: kosmo mcp serve --mode tools --integration upstash');
  const client = new Client({ name: 'demo', version: '1.0.0' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [
        `${root}/packages/cli/dist/bin.js`,
        'mcp',
        'serve',
        '--mode',
        'tools',
        '--integration',
        'upstash',
      ],
      env: { ...emulator.env },
    }),
  );
  const { tools } = await client.listTools();
  console.log(`  ${tools.length} tools: ${tools.map((tool) => tool.name).join(', ')}`);
  const called = await client.callTool({ name: 'upstash_get_key', arguments: { key: 'no:such:key' } });
  await client.close();
  expectEqual('upstash_get_key', called.structuredContent, { key: 'no:such:key', value: null });
}

function heading(text: string): void {
  console.log(`\n${text}`);
}

function expectEqual(what: string, actual: unknown, expected: unknown): void {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (!isDeepStrictEqual(actual, expected)) throw new Error(`${what}: expected ${wanted}, got ${got}`);
  console.log(`  ${what}: ${got}`);
}
