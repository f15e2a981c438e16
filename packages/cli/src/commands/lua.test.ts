import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { kosmoWithParcels, sendOne } from '../../testing/kosmo-with-parcels.js';
import { bin } from '../../testing/run-to-end.js';

const { kosmo, script, env, folder, requests } = kosmoWithParcels();

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

  const latin1 = Buffer.from(
    '#!/usr/bin/env kosmo lua\nlocal s = "caf\xe9" return { #s, s:byte(4) }',
    'latin1',
  );

  test.each([
    ['a file', (source: Uint8Array) => kosmo(['lua', '--json', script(source)])],
    ['standard input', (source: Uint8Array) => kosmo(['lua', '--json', '-'], source)],
  ])('keeps the bytes of %s', async (_, run) => {
    const { code, stdout } = await run(latin1);
    expect({ code, result: (JSON.parse(stdout) as { result: unknown }).result }).toEqual({
      code: 0,
      result: [4, 233],
    });
    const utf16 = await run(Buffer.from('\ufeffreturn 1', 'utf16le'));
    expect(JSON.parse(utf16.stdout)).toMatchObject({ error: { message: expect.stringContaining('UTF-16') } });
  });

  test.skipIf(process.platform === 'win32')('stops reading a source that never ends', async () => {
    const { code, stderr } = await kosmo(['lua', '/dev/zero']);
    expect({ code, stderr }).toMatchObject({ code: 5, stderr: expect.stringContaining('(limit: source)') });
  });

  test('refuses bytes that the command line does not keep', async () => {
    const { code, stderr } = await kosmo(['lua', '--eval', 'local a\nreturn "caf\ufffd"']);
    expect(code).toBe(2);
    expect(stderr).toContain('line 2, character 12');
  });

  test('shows the beginning of an error that is too long, in one line', async () => {
    const { code, stderr } = await kosmo(['lua', '-e', 'error(("x\\n "):rep(1e6))']);
    expect(code).toBe(1);
    expect(stderr.length).toBeLessThan(9000);
    expect(stderr).toMatch(/^script_error: x x .* \[error text cut: .* 8192 bytes\] \(eval:1\)\n$/);
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
    [['missing.lua'], 'error: cannot read missing.lua: no such file or directory'],
    [['/'], 'error: cannot read /: it is a folder'],
    [['-', '--timeout', '30'], 'usage: "30" is not a positive quantity'],
  ])('answers %j with exit code 2, in the envelope with --json', async (args, message) => {
    const plain = await kosmo(['lua', ...args]);
    expect(plain).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(`^${message}`) });
    const json = await kosmo(['lua', ...args, '--json']);
    expect({ code: json.code, stderr: json.stderr }).toEqual({ code: 2, stderr: '' });
    expect(JSON.parse(json.stdout)).toMatchObject({ ok: false, error: { code: 'usage' }, calls: [] });
  });

  test.runIf(existsSync('/dev/full'))('a full disk is told in words, and is no fault of kosmo', async () => {
    const full = openSync('/dev/full', 'w');
    onTestFinished(() => closeSync(full));
    const stdio = (out: 'pipe' | number, err: 'pipe' | number) =>
      spawnSync(process.execPath, [bin, 'lua', '-e', 'print(1) return 2'], {
        env,
        stdio: ['ignore', out, err],
      });
    const { status, stderr } = stdio(full, 'pipe');
    expect([status, String(stderr)]).toEqual([
      1,
      'error: cannot write to standard output: the disk is full\n',
    ]);
    expect(stdio('pipe', full)).toMatchObject({ status: 0 });
  });

  test('a Node without WebAssembly is told in words', async () => {
    expect(await kosmo(['lua', '-e', 'return 1'], '', { NODE_OPTIONS: '--jitless' })).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /^error: Lua scripts need WebAssembly, which is off: start Node without --jitless$/m,
      ),
    });
  });

  test('a working folder that is gone is told in words', () => {
    const command = `mkdir gone && cd gone && rmdir ../gone && exec '${process.execPath}' '${bin}' lua -e 'return 1'`;
    const { status, stderr } = spawnSync('sh', ['-c', command], { env, cwd: folder });
    expect([status, String(stderr)]).toEqual([
      2,
      'error: the working folder no longer exists: change to another one\n',
    ]);
  });

  test('an error shows no escape sequence, and data in a pipe keeps its own', async () => {
    const failed = await kosmo(['lua', '-e', 'error("\\27]0;t\\7 \\226\\128\\174 x")']);
    expect(failed.stderr).toBe('script_error: \\u001b]0;t\\u0007 \\u202e x (eval:1)\n');
    const named = await kosmo(['lua', '\u001b[31m.lua']);
    expect(named.stderr).toBe('error: cannot read \\u001b[31m.lua: no such file or directory\n');
    expect((await kosmo(['\u001b[31m'])).stderr).not.toContain('\u001b');
    const piped = await kosmo(['lua', '-e', 'print("\\27[31m") return "\\27x"']);
    expect(piped).toEqual({ code: 0, stdout: '\u001b[31m\n\u001bx\n', stderr: '' });
  });

  test('what a script prints is seen while it runs', async () => {
    const child = spawn(process.execPath, [bin, 'lua', '-e', 'print("first") while true do end'], { env });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [seen] = (await once(child.stdout, 'data')) as [Buffer];
    expect(String(seen)).toBe('first\n');
    expect(child.exitCode).toBeNull();
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([130, null]);
  });

  test('sends nothing that was not approved', async () => {
    await kosmo(['lua', script(sendOne)]);
    expect(requests()).toEqual([]);
  });

  test('writes with --yes', async () => {
    expect(await kosmo(['lua', script(sendOne), '--yes'])).toEqual({ code: 0, stdout: 'x\n', stderr: '' });
    expect(requests()).toEqual(['POST /parcels']);
  });

  test('is cancelled by SIGINT', async () => {
    const file = script('app.integrations.parcel_post.get_parcel({ id = "slow" })');
    const child = spawn(process.execPath, [bin, 'lua', file], { env });
    while (requests().length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(130);
  });
});
