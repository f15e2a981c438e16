/** Runs the built command as a process. `pnpm --filter @kosmokrator/cli build` first. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describeIntegration, openAccountStore } from '@kosmokrator/runtime/accounts';
import { loadCatalog } from '@kosmokrator/runtime/host';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { installParcel } from '../../lua/fixtures/install-parcel.js';
import { startParcelServer, type ParcelServer } from '../../lua/fixtures/parcel-server.js';

const bin = fileURLToPath(new URL('../dist/bin.js', import.meta.url));
const installed = installParcel();
const scripts = mkdtempSync(join(tmpdir(), 'kosmo-cli-'));
const home = join(scripts, 'home');
let server: ParcelServer;
let env: Record<string, string>;

beforeAll(async () => {
  server = await startParcelServer();
  const settings = { KOSMO_HOME: home, KOSMO_KEYCHAIN: 'off', KOSMO_INTEGRATIONS_PATH: installed.folder };
  env = { PATH: process.env['PATH']!, ...settings, ...server.env };
});

beforeEach(() => void server.requests.splice(0));

afterAll(async () => {
  await server.close();
  installed.remove();
  rmSync(scripts, { recursive: true });
});

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function kosmo(
  args: readonly string[],
  input = '',
  settings: Record<string, string | undefined> = {},
): Promise<Ended> {
  return spawnToEnd(process.execPath, [bin, ...args], input, settings);
}

function spawnToEnd(
  file: string,
  args: readonly string[],
  input: string,
  settings: Record<string, string | undefined> = {},
): Promise<Ended> {
  const child = spawn(file, args, { env: { ...env, ...settings } });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

function script(source: string): string {
  const file = join(scripts, 'script.lua');
  writeFileSync(file, source);
  return file;
}

const sendOne = 'return app.integrations.parcel_post.send_parcel({ content = "x" }).sent';

describe('kosmo', () => {
  test('tells its version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    expect(await kosmo(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('lists commands and exit codes in its help', async () => {
    const { code, stdout, stderr } = await kosmo(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const text of ['lua', 'mcp', 'emulate', 'Exit codes:', ' 130 ']) expect(stdout).toContain(text);
  });

  test.each([
    [['lau'], 'lua'],
    [['lua', '--jsn', 'x.lua'], '--json'],
    [['mcp', 'serv'], 'serve'],
    [['emulate', '--redis', 'serve'], 'server'],
    [['lua'], 'file'],
    [[], 'Usage'],
  ])('answers %j with exit code 2 and a hint', async (args, hint) => {
    const { code, stdout, stderr } = await kosmo(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(hint);
  });
});

describe('kosmo lua', () => {
  test('prints what the script prints, and its result', async () => {
    const file = script('print("hello") return { count = app.integrations.parcel_post.count() }');
    expect(await kosmo(['lua', file])).toEqual({
      code: 0,
      stdout: 'hello\n{\n  "count": 3\n}\n',
      stderr: '',
    });
  });

  test('runs a script from the command line, and names it in errors', async () => {
    const source = "return app.integrations.parcel_post.count() + #'ab'";
    expect(await kosmo(['lua', '--eval', source])).toEqual({ code: 0, stdout: '5\n', stderr: '' });
    const failed = await kosmo(['lua', '-e', 'error("boom")']);
    expect(failed).toEqual({ code: 1, stdout: '', stderr: 'script_error: boom (eval:1)\n' });
    const both = await kosmo(['lua', '-e', 'return 1', script('return 2')]);
    expect(both).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('a file or --eval') });
  });

  test('reads standard input, and prints one envelope', async () => {
    const { code, stdout, stderr } = await kosmo(['lua', '-', '--json'], 'print("x") return 2^53 | 0');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^\{"ok":true,"result":9007199254740992,"output":"x\\n","error":null,"calls":\[\],.*\}\n$/,
    );
  });

  test.each([
    ['an error of the script', '\nerror("boom")', {}, 1, /^script_error: boom \(script\.lua:2\)\n$/],
    [
      'an error of the service',
      'app.integrations.parcel_post.get_parcel({ id = "none" })',
      {},
      1,
      /^not_found: .* \(script\.lua:1\)\n$/,
    ],
    ['a write without approval', sendOne, {}, 3, /^approval_required: .*--yes.*\n$/],
    [
      'a missing credential',
      'return app.integrations.parcel_post.count()',
      { PARCEL_TOKEN: undefined },
      4,
      /^missing_credentials: .*PARCEL_TOKEN.*\n$/,
    ],
  ])('ends with %s in one line', async (_what, source, settings, code, message) => {
    const ended = await kosmo(['lua', script(source)], '', settings);
    expect(ended).toEqual({ code, stdout: '', stderr: expect.stringMatching(message) });
  });

  test.each([
    ['timeout', ['--timeout', '300ms'], 'while true do end'],
    ['memory', ['--memory', '4MB'], 'return ("x"):rep(1 << 23)'],
  ])('ends at the limit %s with exit code 5', async (limit, options, source) => {
    const ended = await kosmo(['lua', script(source), ...options]);
    expect(ended.code).toBe(5);
    expect(ended.stderr).toMatch(new RegExp(`^limit_exceeded: .*limit: ${limit}`));
  });

  test.each([
    [['missing.lua'], 'cannot read missing.lua: ENOENT'],
    [['-', '--timeout', '30'], '"30" is not a positive quantity'],
  ])('answers %j with exit code 2, in the envelope with --json', async (args, message) => {
    const plain = await kosmo(['lua', ...args]);
    expect(plain).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining(`usage: ${message}`) });
    const json = await kosmo(['lua', ...args, '--json']);
    expect({ code: json.code, stderr: json.stderr }).toEqual({ code: 2, stderr: '' });
    expect(JSON.parse(json.stdout)).toMatchObject({ ok: false, error: { code: 'usage' }, calls: [] });
  });

  test('sends nothing that was not approved', async () => {
    await kosmo(['lua', script(sendOne)]);
    expect(server.requests).toEqual([]);
  });

  test('writes with --yes', async () => {
    expect(await kosmo(['lua', script(sendOne), '--yes'])).toEqual({ code: 0, stdout: 'x\n', stderr: '' });
    expect(server.requests).toEqual(['POST /parcels']);
  });

  test('is cancelled by SIGINT', async () => {
    const file = script('app.integrations.parcel_post.get_parcel({ id = "slow" })');
    const child = spawn(process.execPath, [bin, 'lua', file], { env });
    while (server.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(130);
  });
});

describe('kosmo lua under a policy', () => {
  const withPolicy = (policy: string, args: readonly string[] = []) => {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'policy.json'), policy);
    return kosmo(['lua', script(sendOne), ...args]);
  };
  afterAll(() => rmSync(join(home, 'policy.json')));

  test('sends nothing that is denied, with --yes neither, and names the rule', async () => {
    const rule = '{"effect":"deny","function":"send_parcel","account":"default","reason":"closed today"}';
    for (const args of [[], ['--yes']]) {
      const { code, stderr } = await withPolicy(`{"rules":[${rule}]}`, args);
      expect(code).toBe(3);
      expect(stderr).toBe(
        `policy_denied: parcel_post_send_parcel is denied by rules[0] of ${home}/policy.json: ${rule} (script.lua:1)\n`,
      );
    }
    expect(server.requests).toEqual([]);
  });

  test('says how to allow a call, and makes it when that was done', async () => {
    const { code, stderr } = await withPolicy('{}');
    expect(code).toBe(3);
    expect(stderr).toMatch(/^approval_required: .*, or run with --yes \(script\.lua:1\)\n$/);
    const [rule] = /\{.*\}/.exec(stderr)!;
    expect(await withPolicy(`{"rules":[${rule}]}`)).toEqual({ code: 0, stdout: 'x\n', stderr: '' });
  });

  test.each([
    ['{', 'is not JSON: line 1, column 2'],
    ['{"rules":[{"effect":"deny","function":"sned_parcel"}]}', 'did you mean "send_parcel"?'],
  ])('runs nothing under %s', async (policy, problem) => {
    const { code, stdout, stderr } = await withPolicy(policy, ['--yes']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^usage: .*policy\.json: /);
    expect(stderr).toContain(problem);
    expect(server.requests).toEqual([]);
  });
});

const hasScript = spawnSync('script', ['--version']).status === 0;

describe.skipIf(!hasScript)('kosmo lua on a terminal (needs util-linux script)', () => {
  function onTerminal(answer: string): Promise<Ended> {
    const command = [process.execPath, bin, 'lua', script(sendOne)].map((word) => `'${word}'`).join(' ');
    return spawnToEnd('script', ['-qec', command, '/dev/null'], answer);
  }

  test('asks before a write, and makes it when the answer is yes', async () => {
    const { code, stdout } = await onTerminal('y\n');
    expect(stdout).toContain('parcel_post_send_parcel wants to write, with account "default"');
    expect(stdout).toContain('{"content":"x"}');
    expect(code).toBe(0);
    expect(server.requests).toEqual(['POST /parcels']);
  });

  test.each(['n\n', '\n', '\u0004'])('does not make it when the answer is %j', async (answer) => {
    const { code, stdout } = await onTerminal(answer);
    expect(stdout).toContain('policy_denied');
    expect(code).toBe(3);
    expect(server.requests).toEqual([]);
  });
});

describe('kosmo accounts', () => {
  const settings = { KOSMO_ACCOUNTS: join(scripts, 'stored') };

  test('lists and removes what is stored, and shows no credential', async () => {
    const store = openAccountStore({ env: { ...settings, KOSMO_KEYCHAIN: 'off' } });
    const parcel = await describeIntegration(loadCatalog({ env }), 'parcel-post');
    await store.set(parcel, 'work', { token: 'canary-token' });
    const listed = await kosmo(['accounts'], '', settings);
    expect(listed.stdout).toBe('Integration  Account  Kept in\nparcel-post  work     encrypted file\n');
    const removed = await kosmo(['accounts', 'remove', 'parcel-post', 'work'], '', settings);
    expect(removed).toEqual({ code: 0, stdout: 'Removed parcel-post work.\n', stderr: '' });
    expect((await kosmo(['accounts', 'list', '--json'], '', settings)).stdout).toBe('{"accounts":[]}\n');
  });

  test('says when there is nothing to remove', async () => {
    expect(await kosmo(['accounts', 'remove', 'parcel-post', 'home'], '', settings)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'usage: parcel-post has no stored account "home"; see kosmo accounts\n',
    });
    const json = await kosmo(['accounts', 'remove', 'parcel-post', 'home', '--json'], '', settings);
    expect(json).toEqual({ code: 2, stdout: '{"removed":false}\n', stderr: '' });
  });
});

describe('kosmo emulate', () => {
  test('keeps accounts that are made while it runs apart, and forgets them', async () => {
    const print = 'console.log(process.env.KOSMO_ACCOUNTS)';
    const { stdout } = await kosmo(['emulate', '--redis', 'memory', '--', 'node', '-e', print]);
    expect(stdout.trim()).not.toBe('');
    expect(existsSync(stdout.trim())).toBe(false);
  });

  test('prints one line of JSON and runs until it is told to stop', async () => {
    const child = spawn(process.execPath, [bin, 'emulate', '--json', '--redis', 'memory'], { env });
    const lines: string[] = [];
    const reader = createInterface({ input: child.stdout });
    reader.on('line', (line) => lines.push(line));
    await new Promise((resolve) => reader.once('line', resolve));
    const { env: variables, endpoints, backend } = JSON.parse(lines[0]!);
    const response = await fetch(endpoints[0].url);
    expect(response.status).toBeGreaterThan(0);
    expect(Object.values(variables).every((value) => typeof value === 'string')).toBe(true);
    expect(backend).toEqual({ kind: expect.any(String), version: expect.any(String) });
    child.kill('SIGTERM');
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
    expect(lines).toHaveLength(1);
  });

  test('prints a table for people', async () => {
    const child = spawn(process.execPath, [bin, 'emulate', '--redis', 'memory'], { env });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    while (!stdout.includes('Ctrl-C')) await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGINT');
    await new Promise((resolve) => child.once('close', resolve));
    expect(stdout).toMatch(/^Redis: /);
    expect(stdout).toMatch(/^Endpoint +Method +URL +Auth$/m);
    expect(stdout).toContain('KOSMO_ALLOW_LOOPBACK_HTTP=1');
  });

  test.each([
    ['its code', ['node', '-e', 'process.exit(7)'], 7],
    ['128 and its signal', ['node', '-e', 'process.kill(process.pid, "SIGTERM")'], 143],
  ])('runs a command and exits with %s', async (_what, command, code) => {
    expect((await kosmo(['emulate', '--redis', 'memory', '--', ...command])).code).toBe(code);
  });

  test('gives the command the variables and its options, and prints nothing of its own', async () => {
    const print = 'console.log(process.env.KOSMO_ALLOW_LOOPBACK_HTTP, process.argv[1])';
    const ended = await kosmo(['emulate', '--redis', 'memory', '--', 'node', '-e', print, '--', '--json']);
    expect(ended).toEqual({ code: 0, stdout: '1 --json\n', stderr: '' });
  });

  test('says when the command cannot be run', async () => {
    const ended = await kosmo(['emulate', '--redis', 'memory', '--', 'no-such-program']);
    expect(ended).toEqual({ code: 2, stdout: '', stderr: 'usage: cannot run no-such-program: ENOENT\n' });
  });
});
