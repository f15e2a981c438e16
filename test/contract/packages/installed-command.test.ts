/**
 * The `kosmo` command as people have it installed: packed as it is published, then started from folders that have
 * nothing to do with it. It has to find the integrations that were installed with it, and no others.
 */
import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PackedRegistry, startPackedRegistry } from '@kosmokrator/testing/install/packed-registry';
import { packageFolder } from '@kosmokrator/testing/repository';

const run = promisify(execFile);
const all = [
  '@kosmokrator/cli',
  '@kosmokrator/runtime',
  '@kosmokrator/lua',
  '@kosmokrator/upstash',
  '@kosmokrator/host',
  'minisearch',
  '@jmespath-community/jmespath',
  'yaml',
  're2js',
  'wasmoon',
  '@types/emscripten',
  'undici',
];
const timeout = 120_000;
let registry: PackedRegistry;

beforeAll(async () => void (registry = await startPackedRegistry()), timeout);
afterAll(() => registry.close());

const script =
  'local found = {} for _, page in ipairs(docs.list()) do found[#found + 1] = page.page end return found';

/** A folder in which nothing is installed, and what a shell has there. */
function emptyFolder(name: string) {
  const cwd = join(registry.folder, name);
  mkdirSync(cwd);
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: cwd,
    KOSMO_HOME: join(cwd, 'settings'),
    KOSMO_KEYCHAIN: 'off',
    npm_config_registry: registry.url,
    npm_config_cache: join(cwd, 'cache'),
    npm_config_audit: 'false',
    npm_config_update_notifier: 'false',
  };
  return { cwd, env };
}

async function listIn(name: string, command: string, args: readonly string[] = []): Promise<unknown> {
  const given = [...args, 'lua', '--json', '--eval', script];
  const { stdout } = await run(command, given, emptyFolder(name));
  return (JSON.parse(stdout) as { result: unknown }).result;
}

test('the settings of the MCP page start a server that has the integration', { timeout }, async () => {
  const page = readFileSync(join(packageFolder('upstash'), 'docs/mcp.md'), 'utf8');
  const { mcpServers } = JSON.parse(/^```json\n([^]*?)\n```$/m.exec(page)![1]!) as {
    mcpServers: { upstash: { command: string; args: string[] } };
  };
  const { command, args } = mcpServers.upstash;
  expect([command, ...args.slice(0, 4)]).toEqual([
    'npx',
    '-y',
    '--package=@kosmokrator/cli',
    '--package=@kosmokrator/upstash',
    'kosmo',
  ]);
  const lines = [
    { id: 0, method: 'initialize', params: hello },
    { method: 'notifications/initialized' },
    { id: 1, method: 'tools/list' },
  ];
  const child = run(command, args, emptyFolder('npx-serve'));
  for (const line of lines) child.child.stdin!.write(`${JSON.stringify({ jsonrpc: '2.0', ...line })}\n`);
  const answered = new Promise<string>((resolve) => {
    let text = '';
    child.child.stdout!.on('data', (part) => {
      text += String(part);
      if (text.includes('"tools":[')) resolve(text);
    });
  });
  expect(await answered).toContain('"upstash_get_key"');
  child.child.stdin!.end();
  await child;
});

const hello = {
  protocolVersion: '2025-06-18',
  capabilities: {},
  clientInfo: { name: 'test', version: '1' },
};

test('npx has both packages in a folder of its own', { timeout }, async () => {
  const args = ['-y', '--package=@kosmokrator/cli', '--package=@kosmokrator/upstash', 'kosmo'];
  expect(await listIn('npx', 'npx', args)).toEqual(['integrations.upstash']);
});

test('npm: in a project, and globally', { timeout }, async () => {
  const at = join(registry.folder, 'npm/lib');
  registry.unpack(at, all);
  chmodSync(join(at, 'node_modules/@kosmokrator/cli/dist/bin.js'), 0o755);
  mkdirSync(join(at, 'node_modules/.bin'));
  mkdirSync(join(at, '../bin'));
  symlinkSync('../@kosmokrator/cli/dist/bin.js', join(at, 'node_modules/.bin/kosmo'));
  symlinkSync('../lib/node_modules/@kosmokrator/cli/dist/bin.js', join(at, '../bin/kosmo'));
  expect(await listIn('npm-project', join(at, 'node_modules/.bin/kosmo'))).toEqual(['integrations.upstash']);
  expect(await listIn('npm-global', join(at, '../bin/kosmo'))).toEqual(['integrations.upstash']);
});

test('kosmo emulate says how to install the emulator, which is not a part of it', { timeout }, async () => {
  const at = join(registry.folder, 'without-emulator');
  registry.unpack(at, all);
  const args = [join(at, 'node_modules/@kosmokrator/cli/dist/bin.js'), 'emulate'];
  const ended = await run(process.execPath, args, emptyFolder('emulate')).catch((error: unknown) => error);
  expect(ended).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^usage: .*npm install @kosmokrator\/emulator /),
  });
});

test('pnpm: each package in a folder of its own, linked into the project', { timeout }, async () => {
  const at = join(registry.folder, 'pnpm');
  const store = (name: string) => join(at, 'node_modules/.pnpm', `${name.replace('/', '+')}@0.0.0`);
  for (const name of all) registry.unpack(store(name), [name]);
  const link = (from: string, name: string) => {
    mkdirSync(join(from, 'node_modules/@kosmokrator'), { recursive: true });
    symlinkSync(join(store(name), 'node_modules', name), join(from, 'node_modules', name));
  };
  const [cli = '', runtime = '', lua = '', upstash = '', host = ''] = all;
  for (const name of [host, runtime, lua, 'undici']) link(store(cli), name);
  for (const name of [runtime, 'minisearch']) link(store(host), name);
  for (const name of [host, runtime, 're2js', 'wasmoon']) link(store(lua), name);
  for (const name of ['undici']) link(store(runtime), name);
  link(store(upstash), runtime);
  link(at, cli);
  link(at, upstash);
  writeFileSync(join(at, 'package.json'), '{}');
  const started = join(store(cli), 'node_modules/@kosmokrator/cli/dist/bin.js');
  expect(await listIn('pnpm-project', process.execPath, [started])).toEqual(['integrations.upstash']);
});
