/**
 * Every function, under every combination of rules, through every surface: the decision is the one that the rules
 * give, and what is not permitted sends nothing.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { readModels } from '@kosmokrator/generator';
import { createLuaHost, type LuaHost } from '@kosmokrator/lua';
import { accountFromEnv, isKosmoError, type Policy } from '@kosmokrator/runtime';
import { accountResolver, describeIntegration, openAccountStore } from '@kosmokrator/host/accounts';
import { createHost, createPolicy, type Host, loadCatalog, type PolicyDocument } from '@kosmokrator/host';
import { Client, InMemoryTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer as createMcpServer } from '../../../packages/mcp/dist/create-server.js';
import { packagesFolder, root, specsFolder } from '@kosmokrator/testing/repository';
import { camelCase, sdkClass } from './sdk-class.js';
import { forget, hostEnvironment } from './surface.js';

const { models } = await readModels({ specsFolder, packagesFolder });
const effects = [undefined, 'allow', 'ask', 'deny'] as const;
type Effect = (typeof effects)[number];

/** One function of one integration, with arguments that it takes. */
const calls = models.flatMap((integration) =>
  integration.functions.map((fn) => {
    const example = fn.examples.find(({ error }) => error?.['code'] !== 'invalid_argument')!;
    return { integration, fn, args: example.args };
  }),
);

/** The accounts, and which effect a rule gives to each: that of `default` changes from policy to policy. */
const namedAccounts = { allowed: 'allow', asked: 'ask', denied: 'deny' } as const;
const accounts = ['default', 'allowed', 'asked', 'denied'] as const;
type AccountName = (typeof accounts)[number];

/** Together, these give every function every combination of effects, for every account, with and without a yes. */
const policies = effects.flatMap((_, turn) =>
  effects.flatMap((ofIntegration) =>
    effects.flatMap((ofDefault) => [false, true].map((yes) => ({ turn, ofIntegration, ofDefault, yes }))),
  ),
);
type Rules = (typeof policies)[number];

const ofFunction = ({ turn }: Rules, call: (typeof calls)[number]): Effect =>
  effects[(calls.indexOf(call) + turn) % effects.length];
const ofAccount = ({ ofDefault }: Rules, account: AccountName): Effect =>
  account === 'default' ? ofDefault : namedAccounts[account];

/** Functions go by their short and their full names in turn. */
function documentOf(rules: Rules): PolicyDocument {
  const rule = (effect: Effect, selector: object) => (effect === undefined ? [] : [{ effect, ...selector }]);
  return {
    rules: [
      ...calls.flatMap((call, index) => {
        const { integration, fn } = call;
        const short = { function: fn.name, integration: integration.name };
        return rule(ofFunction(rules, call), index % 2 === 0 ? { function: fn.fullName } : short);
      }),
      ...models.flatMap(({ name }) => rule(rules.ofIntegration, { integration: name })),
      ...accounts.flatMap((account) => rule(ofAccount(rules, account), { account })),
    ],
  };
}

/** In the words of the rule: deny before ask before allow; else reads are allowed and writes are asked about. */
function expectedCode(rules: Rules, { call, account }: Case): string {
  const fitting = [ofFunction(rules, call), rules.ofIntegration, ofAccount(rules, account)];
  const given = fitting.filter((effect) => effect !== undefined);
  if (given.includes('deny')) return 'policy_denied';
  const asks = given.length > 0 ? given.includes('ask') : call.fn.kind === 'write';
  return asks && !rules.yes ? 'approval_required' : permitted;
}

/** What the server says to a call that gets there. */
const permitted = 'api_error';

/** Calls everything under one policy, and gives the error code of each call. */
type CallAll = (rules: Rules) => Promise<readonly string[]>;
interface Case {
  readonly call: (typeof calls)[number];
  readonly account: AccountName;
}
const all: readonly Case[] = calls.flatMap((call) => accounts.map((account) => ({ call, account })));
const onDefault = all.filter(({ account }) => account === 'default');

let requests = 0;
let connections = 0;
// Whatever gets here is told that it is wrong, which nobody repeats.
const server = createServer((_, response) => {
  requests += 1;
  response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"no"}');
}).on('connection', () => (connections += 1));
let env: Record<string, string>;
const home = mkdtempSync(join(tmpdir(), 'kosmo-policy-'));
const catalog = loadCatalog({ folders: [packagesFolder] });
let counted = 0;
let total = 0;

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  env = { KOSMO_HOME: home, KOSMO_KEYCHAIN: 'off' };
  for (const model of models) Object.assign(env, hostEnvironment(model, url));
  const store = openAccountStore({ env });
  for (const model of models) {
    const description = await describeIntegration(catalog, model.name);
    const credentials = model.credentials.map(({ name, example }) => [name, example]);
    const baseUrls = Object.fromEntries(model.apis.map(({ name }) => [name, url]));
    for (const account of Object.keys(namedAccounts))
      await store.set(description, account, Object.fromEntries(credentials), { baseUrls });
  }
});

afterAll(() => {
  server.close();
  rmSync(home, { recursive: true });
  console.log(`policy: ${counted} of ${total}`);
});

const codeOf = (error: unknown) => (isKosmoError(error) ? error.code : String(error));

const sdk: CallAll = async (rules) => {
  const policy = policyOf(rules);
  return inTurn(all, async ({ call: { integration, fn, args }, account }) => {
    const ClientClass = await sdkClass<new (options: object) => Methods>(integration);
    const settings = accountFromEnv(await catalog.details(integration.name), env);
    const named = integration.credentials.map(({ words, example }) => [camelCase(words), example]);
    const client = new ClientClass({
      ...settings,
      ...Object.fromEntries(named),
      name: account,
      policy,
      connect: forget,
    });
    return client[camelCase(fn.words)]!(args);
  });
};

/** One sandbox for all policies, since it takes a while to start. */
const lua: CallAll = async (rules) => {
  current = policyOf(rules);
  sandbox ??= createLuaHost({ host: hostWith((request) => current(request)) });
  return codesOf(await sandbox.run(scriptOf(all), { args: argumentsOf(all) }));
};
let current: Policy;
let sandbox: LuaHost | undefined;
afterAll(() => sandbox?.close());

const mcp: CallAll = async (rules) => {
  const tools = calls.map(({ fn }) => ({ name: fn.fullName, inputSchema: { type: 'object' as const } }));
  const mcpServer = createMcpServer(hostWith(policyOf(rules)), tools);
  const client = new Client({ name: 'test', version: '1.0.0' });
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await Promise.all([mcpServer.connect(theirs), client.connect(ours)]);
  const codes = await inTurn(onDefault, async ({ call: { fn, args } }) => {
    const called = await client.callTool({ name: fn.fullName, arguments: { ...args } });
    const { code } = called.structuredContent as { code: string };
    throw Object.assign(new Error(code), { name: 'KosmoError', code });
  });
  await client.close();
  return codes;
};

/** The built command, with the policy in the user's folder. */
const cli: CallAll = async (rules) => {
  writeFileSync(join(home, 'policy.json'), JSON.stringify(documentOf(rules)));
  const file = join(home, 'script.lua');
  writeFileSync(
    file,
    `local args = json.decode([==[${JSON.stringify(argumentsOf(all))}]==])\n${scriptOf(all)}`,
  );
  const options = ['lua', file, '--json', ...(rules.yes ? ['--yes'] : [])];
  const child = spawn(process.execPath, [`${root}/packages/cli/dist/bin.js`, ...options], {
    env: { ...env, PATH: process.env['PATH'], KOSMO_INTEGRATIONS_PATH: packagesFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return codesOf(JSON.parse(await text(child.stdout)) as Run);
};

interface Run {
  readonly result: unknown;
  readonly error: unknown;
}

function codesOf({ result, error }: Run): readonly string[] {
  expect(error).toBeNull();
  return result as string[];
}

function policyOf(rules: Rules): Policy {
  return createPolicy({ document: documentOf(rules), yes: rules.yes });
}

function hostWith(policy: Policy): Host {
  const resolver = accountResolver(openAccountStore({ env }));
  return createHost({
    catalog,
    env,
    policy,
    accounts: resolver,
    accountNames: () => accounts,
    connect: forget,
  });
}

/** The default account in turn with and without its name. */
function scriptOf(cases: readonly Case[]): string {
  const lines = cases.map(({ call: { integration, fn }, account }, index) => {
    const way = account === 'default' && index % 4 === 0 ? '' : `.${account}`;
    const name = index % 3 === 0 ? fn.fullName : fn.name;
    return `call(app.integrations.${integration.namespace}${way}.${name}, args[${index + 1}])`;
  });
  return `local codes = {}
local function call(fn, given)
  local ok, err = pcall(fn, given)
  codes[#codes + 1] = ok and "ok" or err.code
end
${lines.join('\n')}
return codes`;
}

function argumentsOf(cases: readonly Case[]): unknown {
  return cases.map(({ call }) => call.args);
}

async function inTurn(cases: readonly Case[], work: (one: Case) => Promise<unknown>): Promise<string[]> {
  const codes: string[] = [];
  for (const one of cases) codes.push(await work(one).then(() => 'ok', codeOf));
  return codes;
}

type Methods = Readonly<Record<string, (args: unknown) => Promise<unknown>>>;

// A process for each policy: those that differ in `ofDefault` alone are left to the other surfaces.
const cliPolicies = policies.filter(({ ofDefault }) => ofDefault === undefined);

describe.each([
  ['sdk', sdk, all, policies],
  ['lua', lua, all, policies],
  ['mcp', mcp, onDefault, policies],
  ['cli', cli, all, cliPolicies],
] as const)('%s', (_surface, callAll, cases, tried) => {
  total += cases.length * tried.length;
  test.each(tried)('%j', async (rules) => {
    const before = { requests, connections };
    const codes = await callAll(rules);
    const expected = cases.map((one) => expectedCode(rules, one));
    expect(codes).toEqual(expected);
    const sent = expected.filter((code) => code === permitted).length;
    expect(requests - before.requests).toBe(sent);
    // Where all is refused, nobody has even connected.
    expect(sent === 0 ? connections - before.connections : 0).toBe(0);
    counted += codes.length;
  });
});
