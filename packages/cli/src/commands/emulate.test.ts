import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { kosmoWithParcels } from '../../testing/kosmo-with-parcels.js';
import { bin } from '../../testing/run-to-end.js';

const { kosmo, env } = kosmoWithParcels();

/** Ids of the processes that a process has started; none where `ps` is not there to tell. */
function childrenOf(parent: number): number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const pairs = (stdout ?? '').trim().split('\n');
  return pairs
    .map((pair) => pair.trim().split(/\s+/).map(Number))
    .flatMap(([id, of]) => (id !== undefined && of === parent ? [id] : []));
}

/** A process that has ended and that nobody has asked about yet, a zombie, does not run. */
function isRunning(id: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(id)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.trim().startsWith('Z');
}

describe('kosmo emulate', () => {
  test('keeps accounts that are made while it runs apart, and forgets them', async () => {
    const print = 'console.log(process.env.KOSMO_ACCOUNTS)';
    const { stdout } = await kosmo(['emulate', '--redis', 'memory', '--', 'node', '-e', print]);
    expect(stdout.trim()).not.toBe('');
    expect(existsSync(stdout.trim())).toBe(false);
  });

  // In tests that end a process the loops wait for as long as the test may take.
  test.each(['auto', 'memory'])('leaves nothing behind when it is killed (--redis %s)', async (redis) => {
    const child = spawn(process.execPath, [bin, 'emulate', '--json', '--redis', redis], { env });
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const { env: variables, endpoints } = JSON.parse(line);
    const folder: string = variables.KOSMO_ACCOUNTS;
    expect(existsSync(folder)).toBe(true);
    writeFileSync(join(folder, 'account'), 'x');
    const servers = childrenOf(child.pid!);
    child.kill('SIGKILL');
    await once(child, 'close');
    while (existsSync(folder) || servers.some(isRunning)) await setTimeout(20);
    await expect(fetch(endpoints[0].url)).rejects.toThrow('fetch failed');
  });

  test('leaves nothing behind when it is killed while it starts', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'killed-'));
    const starting = { ...env, TMPDIR: folder };
    for (const delay of [150, 300, 450, 600]) {
      const child = spawn(process.execPath, [bin, 'emulate', '--json'], { env: starting, stdio: 'ignore' });
      await setTimeout(delay);
      const servers = childrenOf(child.pid!);
      child.kill('SIGKILL');
      await once(child, 'close');
      while (readdirSync(folder).length > 0 || servers.some(isRunning)) await setTimeout(20);
    }
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
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
    expect(ended).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error: cannot run no-such-program: no such file or directory\n',
    });
  });
});
