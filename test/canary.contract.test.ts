/**
 * A credential that everything tries to give away: a service that sends it back in every way, failures on the way
 * there, scripts that print all that they can reach. It appears in no output of any surface.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { inspect } from 'node:util';
import { createLuaHost } from '@kosmokrator/lua';
import { type Account, accountFromEnv, execute, keepSecrets } from '@kosmokrator/runtime';
import {
  accountNames,
  accountResolver,
  describeIntegration,
  openAccountStore,
} from '@kosmokrator/runtime/accounts';
import {
  type AccountResolver,
  createApprovals,
  createHost,
  createPolicy,
  createRedactor,
  loadCatalog,
} from '@kosmokrator/runtime/host';
import { undiciTransport } from '@kosmokrator/runtime/node';
import { Client, InMemoryTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer as createMcpServer } from '../packages/mcp/src/create-server.js';
import { findCanary } from './canary/find-canary.js';
import { installLeaky, operations } from './canary/install-leaky.js';
import { misbehaviours, startLeakyServer } from './canary/leaky-server.js';
import { root } from './repository.js';

const canaries = {
  'a token as services give out': 'cnryK7f3a9Qq2LmZx8Tb4Wd6',
  'a token of every printable kind': 'cn/ry+"K7\\f3&a9<Qq2%41=LmZ~x8',
};
const ways = Object.keys(misbehaviours).filter((way) => way !== 'hang');
/** A call that hangs takes its whole time: two of them are enough. */
const waysOf = (name: string) => (/get_query|set_bearer/.test(name) ? [...ways, 'hang'] : ways);
const functions = Object.keys(operations);
const toServer = functions.filter((name) => !name.endsWith('_host'));

const installed = installLeaky();
const catalog = loadCatalog({ folders: [installed.folder] });
let server: Awaited<ReturnType<typeof startLeakyServer>>;
let counted = 0;

beforeAll(async () => void (server = await startLeakyServer()));

afterAll(async () => {
  await server.close();
  installed.remove();
  console.log(`canary: 0 appearances in ${counted} outputs`);
});

/** Everything that a program may do with a value or an error. */
function shown(value: unknown): string {
  const all = [
    String(value),
    `${inspect(value, { depth: 20, showHidden: true, maxStringLength: null, maxArrayLength: null })}`,
    JSON.stringify(value, (_, member: unknown) => (typeof member === 'bigint' ? String(member) : member)),
  ];
  if (value instanceof Error) all.push(value.message, value.stack ?? '', shown(value.cause));
  return all.join('\n');
}

function expectNone(canary: string, outputs: Readonly<Record<string, string>>): void {
  const found = Object.entries(outputs).flatMap(([name, output]) =>
    findCanary(output, canary).map((way) => `${name}: ${way}`),
  );
  expect(found).toEqual([]);
  counted += Object.keys(outputs).length;
}

describe.each(Object.entries(canaries))('%s', (_name, canary) => {
  const home = mkdtempSync(join(tmpdir(), 'kosmo-canary-'));
  // What is wrong with each of these is told without telling what they are.
  const tenant = canary.replaceAll(/\W/g, '');
  const hostEnv = () => {
    const urls = ['bearer', 'basic', 'header', 'pair', 'query'].map((api) => [
      `KOSMO_LEAKY_${api.toUpperCase()}_BASE_URL`,
      server.url,
    ]);
    return {
      KOSMO_HOME: home,
      KOSMO_KEYCHAIN: 'off',
      KOSMO_ALLOW_LOOPBACK_HTTP: '1',
      KOSMO_INTEGRATIONS_PATH: installed.folder,
      LEAKY_EMAIL: 'ada@example.com',
      LEAKY_TOKEN: canary,
      LEAKY_TENANT: tenant,
      LEAKY_URL: server.url,
      ...(Object.fromEntries(urls) as Record<string, string>),
    };
  };
  afterAll(() => rmSync(home, { recursive: true }));

  test('a canary that is shown is found', () => {
    const basic = `Basic ${btoa(`ada@example.com:${canary}`)}`;
    const forms = [
      canary,
      encodeURIComponent(canary),
      JSON.stringify(canary),
      btoa(canary),
      basic,
      canary.slice(0, 9),
    ];
    for (const form of forms) expect(findCanary(`x ${form} y`, canary)).not.toEqual([]);
    expect(findCanary(shown(new Error('x', { cause: { canary } })), canary)).not.toEqual([]);
  });

  describe('SDK', () => {
    // The SDK stays small. It knows no HTML, nor the other alphabet of base64: a token of letters, digits, - and _
    // comes to the same in them. Hosts know both.
    const isForSdk = (way: string) => /^\w+$/.test(canary) || !/html|base64/.test(way);

    const sdkAccount = (): Account => ({
      ...accountFromEnv(operations['get_bearer']!.integration, hostEnv()),
      maxRetries: 0,
    });

    test.each([
      ['fetch', undefined],
      ['undici', undiciTransport()],
    ])('over %s: results, responses and errors of every misbehaviour', async (_transport, transport) => {
      const account = { ...sdkAccount(), timeoutMs: 500, ...(transport && { transport }) };
      const outputs: Record<string, string> = { account: shown(account) };
      const before = server.requests();
      for (const name of functions) {
        for (const how of waysOf(name).filter(isForSdk)) {
          const ended = execute(operations[name]!, { how }, account).withResponse();
          outputs[`${name} ${how}`] = shown(await ended.catch((error: unknown) => error));
        }
      }
      expect(server.requests() - before).toBe(toServer.flatMap(waysOf).filter(isForSdk).length);
      expect(outputs['get_host status']).toMatch(/https:\/\/\[redacted\]\.a+\.invalid cannot be reached/);
      expect(outputs['get_bearer echo-body']).toContain('Bearer [redacted]');
      expectNone(canary, outputs);
    });

    test.each([
      ['a line break', { token: `${canary}\r\nx: y` }],
      ['a character beyond ASCII', { token: `${canary}é` }],
      ['a lone surrogate', { token: `${canary}\ud800` }],
      ['a user in the URL', { url: `https://x:${canary}@x.example` }],
      ['a query in the URL', { url: `https://x.example/?t=${encodeURIComponent(canary)}` }],
      ['another host', { url: `https://${tenant}.elsewhere` }],
      ['no URL', { url: canary }],
    ])('a credential with %s', async (_what, wrong) => {
      const { credentials } = sdkAccount();
      const account = { credentials: { ...credentials, ...wrong } };
      const operation = operations['get_url']!;
      const error: unknown = await execute(operation, { how: 'hang' }, account).catch(
        (failed: unknown) => failed,
      );
      expect(error).toMatchObject({ code: 'missing_credentials' });
      expectNone(canary, { [`error of ${JSON.stringify(Object.keys(wrong))}`]: shown(error) });
    });

    test('a base URL, a transport and a signal that carry it', async () => {
      const leak = new Error(`invalid header Bearer ${canary}`, { cause: { canary } });
      const send = () => Promise.reject(Object.assign(leak, { headers: { authorization: canary } }));
      const accounts: Record<string, Account> = {
        transport: { ...sdkAccount(), transport: { send } },
        'base URL': {
          ...sdkAccount(),
          baseUrls: { bearer: `https://x.example/#${encodeURIComponent(canary)}` },
        },
      };
      const outputs: Record<string, string> = {};
      for (const [name, account] of Object.entries(accounts)) {
        const error: unknown = await execute(operations['get_bearer']!, { how: 'x' }, account).catch(
          (e: unknown) => e,
        );
        expect(error).toBeInstanceOf(Error);
        outputs[name] = shown(error);
      }
      expectNone(canary, outputs);
    });

    test('a client, its account and its options', async () => {
      const { Upstash } = (await import(`${root}/packages/integrations/upstash/dist/index.js`)) as {
        Upstash: new (options: object) => object;
      };
      const { integration } = operations['get_bearer']!;
      const account = keepSecrets(integration, { credentials: { token: canary, email: 'x' } });
      const redactor = createRedactor([canary]);
      const approvals = createApprovals();
      expect(shown(account)).toContain('[redacted]');
      const outputs = {
        client: new Upstash({ redisToken: canary, apiKey: canary }),
        account,
        redactor,
        approvals,
      };
      expectNone(
        canary,
        Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, shown(value)])),
      );
    });
  });

  /** Calls everything and prints all that it gets, whole, in parts and turned around; and all that it can reach. */
  const prying = (names: readonly string[], hows: readonly string[], account = '') => `
    local seen = {}
    local function show(value, depth)
      if type(value) == "string" then
        print(value) print(value:reverse()) print(value:upper())
        local hex = value:gsub(".", function(c) return string.format("%02x", c:byte()) end)
        for index = 1, math.min(#value, 300) do print(value:sub(index, index)) end
      elseif type(value) == "table" and depth < 12 and not seen[value] then
        seen[value] = true
        for key, member in pairs(value) do show(key, depth + 1) show(member, depth + 1) end
        show(getmetatable(value), depth + 1)
      else
        print(tostring(value))
      end
    end
    local all = {}
    for _, name in ipairs({ ${names.map((name) => `"${name}"`).join(', ')} }) do
      for _, how in ipairs({ ${hows.map((how) => `"${how}"`).join(', ')} }) do
        local ok, got = pcall(app.integrations.leaky${account}[name], { how = how })
        show(got, 0) dump(got) print(tostring(got)) print(json.encode(got))
        all[#all + 1] = got
      end
    end
    show(_G, 0) show(args, 0)
    return all`;

  const limits = { outputBytes: 32 * 2 ** 20, resultBytes: 32 * 2 ** 20, timeoutMs: 120_000 };

  test('Lua: values, output, result and errors of a script that pries', async () => {
    const transport = undiciTransport();
    const store = openAccountStore({ env: hostEnv() });
    const description = await describeIntegration(catalog, 'leaky');
    const url = server.url;
    const baseUrls = { bearer: url, basic: url, header: url, pair: url, query: url };
    await store.set(description, 'stored', { token: canary, email: 'x', url }, { baseUrls });
    const find = accountResolver(store);
    const accounts: AccountResolver = async (operation, name) => ({
      ...(await find(operation, name)),
      maxRetries: 0,
    });
    const withStore = { accounts, accountNames: accountNames(store) };
    const policy = createPolicy({ yes: true });
    const host = createHost({ catalog, env: hostEnv(), policy, transport, timeoutMs: 500, ...withStore });
    const lua = createLuaHost({ host, limits });
    const outputs: Record<string, string> = {};
    for (const name of functions) {
      const run = await lua.run(prying([name], waysOf(name)));
      expect(run.calls).toHaveLength(waysOf(name).length);
      Object.assign(outputs, {
        [name]: shown(run),
        [`${name} output`]: run.output,
        [`${name} result`]: shown(run.result),
      });
    }
    const stored = await lua.run(prying(['get_bearer'], ways, '.stored'));
    expect(stored.calls.filter(({ account }) => account === 'stored')).toHaveLength(ways.length);
    outputs['stored account'] = shown(stored);
    const uncaught = await lua.run('app.integrations.leaky.get_bearer({ how = "message-400" })');
    expect(uncaught.error).toMatchObject({ code: 'api_error' });
    outputs['uncaught'] = shown(uncaught);
    for (const cut of [40, 50, 60, 70]) {
      const few = createLuaHost({ host, limits: { outputBytes: cut } });
      const run = await few.run(
        'pcall(function() error(app.integrations.leaky.get_bearer({ how = "echo-body" })) end) print(("x"):rep(30) .. args.text)',
        { args: { text: canary } },
      );
      outputs[`output cut at ${cut}`] = run.output;
      await few.close();
    }
    await lua.close();
    expect(outputs['get_bearer output']).toContain('Bearer [redacted]');
    expectNone(canary, outputs);
  });

  test('MCP: replies, protocol errors and standard error', async () => {
    const accounts: AccountResolver = ({ integration }) => ({
      ...accountFromEnv(integration, hostEnv()),
      maxRetries: 0,
    });
    const policy = createPolicy({ yes: true });
    const host = createHost({ catalog, env: hostEnv(), policy, accounts, timeoutMs: 500 });
    const tools = Object.keys(operations).map((name) => ({
      name: `leaky_${name}`,
      inputSchema: { type: 'object' as const },
    }));
    const client = new Client({ name: 'test', version: '1.0.0' });
    const [ours, theirs] = InMemoryTransport.createLinkedPair();
    await Promise.all([createMcpServer(host, tools).connect(theirs), client.connect(ours)]);
    const outputs: Record<string, string> = {};
    for (const name of functions) {
      for (const how of waysOf(name)) {
        const called = client.callTool({ name: `leaky_${name}`, arguments: { how } });
        outputs[`${name} ${how}`] = shown(await called.catch((error: unknown) => error));
      }
    }
    const unknown = await client
      .callTool({ name: `leaky_${canary}`, arguments: {} })
      .catch((error: unknown) => error);
    expect(unknown).toBeInstanceOf(Error);
    outputs['unknown tool'] = shown(unknown);
    await client.close();
    expectNone(canary, outputs);
  });

  const verbose = {
    NODE_DEBUG: 'undici,fetch,http,https,net,tls,stream,timer,worker,module_timer',
    NODE_OPTIONS: '--trace-warnings --trace-uncaught',
  };
  const bin = `${root}/packages/cli/dist/bin.js`;

  test('MCP over stdio, with all that Node can be made to print', async () => {
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [bin, 'mcp', 'serve', '--yes', '--integration', 'leaky'],
      env: { ...hostEnv(), ...verbose },
      stderr: 'pipe',
    });
    const stderr = text(transport.stderr as never);
    const client = new Client({ name: 'test', version: '1.0.0' });
    await client.connect(transport);
    const outputs: Record<string, string> = {};
    for (const how of ['echo-body', 'message-400', 'redirect-host', 'html-cut', 'truncated'])
      outputs[how] = shown(await client.callTool({ name: 'leaky_get_query', arguments: { how } }));
    await client.close();
    outputs['stderr'] = await stderr;
    expect(outputs['stderr']).not.toBe('');
    expectNone(canary, outputs);
  });

  /** Runs the command; also looks at how the process shows to other users of the machine. */
  async function kosmo(args: readonly string[], more: object = {}): Promise<Record<string, string>> {
    const env = { PATH: process.env['PATH'], ...hostEnv(), ...more };
    const child = spawn(process.execPath, [bin, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = Promise.all([text(child.stdout), text(child.stderr)]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const seen = ['cmdline', 'comm', 'status'].map((file) => readOr(`/proc/${child.pid}/${file}`));
    const [stdout, stderr] = await output;
    return { stdout, stderr, process: seen.join('\n') };
  }

  function readOr(file: string): string {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return '';
    }
  }

  test('CLI: standard output and error, plain and as JSON, and the process itself', async () => {
    const file = join(home, 'script.lua');
    writeFileSync(
      file,
      prying(
        ['get_bearer', 'set_basic', 'get_query', 'get_host'],
        ['echo-body', 'echo-base64', 'message-400', 'redirect-host', 'request-id', 'html-cut', 'status'],
      ),
    );
    const failing = join(home, 'failing.lua');
    writeFileSync(
      failing,
      'print(app.integrations.leaky.get_bearer({ how = "echo-body" }).header) return app.integrations.leaky.get_basic({ how = "message-401-base64" })',
    );
    const hanging = join(home, 'hanging.lua');
    writeFileSync(hanging, 'return app.integrations.leaky.get_query({ how = "hang" })');
    const asked = join(home, 'asked.lua');
    writeFileSync(asked, `return app.integrations.leaky.set_bearer({ how = ${JSON.stringify(canary)} })`);
    const runs = {
      plain: await kosmo(['lua', file, '--yes']),
      json: await kosmo(['lua', file, '--yes', '--json']),
      verbose: await kosmo(['lua', file, '--yes'], verbose),
      failing: await kosmo(['lua', failing]),
      'failing as JSON': await kosmo(['lua', failing, '--json'], verbose),
      hanging: await kosmo(['lua', hanging, '--timeout', '1500ms'], verbose),
      'not approved': await kosmo(['lua', asked, '--json']),
      'bad credential': await kosmo(['lua', failing], { LEAKY_TOKEN: `${canary}\nx` }),
      'bad URL': await kosmo(['lua', failing], {
        KOSMO_LEAKY_BEARER_BASE_URL: `https://x:${canary}@x.example/`,
      }),
      'stored account': await kosmo(['lua', failing], {
        LEAKY_TOKEN: undefined,
        LEAKY_URL: undefined,
        LEAKY_EMAIL: undefined,
      }),
    };
    expect(runs.plain.stdout).toContain('[redacted]');
    expect(runs.failing.stderr).toMatch(/^auth_failed: .*\[redacted\]/);
    expect(runs.hanging.process).toContain('lua');
    const outputs = Object.entries(runs).flatMap(([name, run]) =>
      Object.entries(run).map(([stream, output]) => [`${name} ${stream}`, output]),
    );
    expectNone(canary, Object.fromEntries(outputs) as Record<string, string>);
  });
});
