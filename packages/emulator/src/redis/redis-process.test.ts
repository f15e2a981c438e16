import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { backends } from '../../testing/backends.js';
import { startRedisProcess } from './redis-process.js';

const [server] = backends;

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const outcome = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return outcome;
}

async function untilRefused(port: number): Promise<void> {
  while (await accepts(port)) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe.skipIf(server?.skipped)(`a process of its own (${server?.title})`, () => {
  test('answers to its password only, and is gone after stop', async () => {
    const redis = await startRedisProcess();
    const port = redis?.port ?? 0;
    const socket = connect(port, '127.0.0.1');
    socket.write('PING\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toContain('NOAUTH');
    socket.destroy();
    await Promise.all([redis?.stop(), redis?.stop()]);
    expect(await accepts(port)).toBe(false);
  });

  test('starts several at once', async () => {
    const servers = await Promise.all([startRedisProcess(), startRedisProcess(), startRedisProcess()]);
    expect(new Set(servers.map((each) => each?.port)).size).toBe(3);
    await Promise.all(servers.map((each) => each?.stop()));
  });

  test.each(['SIGKILL', 'SIGTERM'] as const)('ends when its parent dies of %s', async (signal) => {
    const script = fileURLToPath(new URL('../../testing/start-and-wait.ts', import.meta.url));
    const parent = spawn(process.execPath, ['--import', 'tsx', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const { port } = JSON.parse(line.toString()) as { port: number };
    expect(await accepts(port)).toBe(true);
    const exited = once(parent, 'exit');
    parent.kill(signal);
    await exited;
    await untilRefused(port);
  });
});
