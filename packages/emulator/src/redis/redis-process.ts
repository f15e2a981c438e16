import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from './find-free-port.js';
import { redisConfiguration } from './redis-configuration.js';
import { release, watchParent } from './watch-parent.js';

/** A `redis-server` of our own, on loopback, with nothing on disk. */
export interface RedisProcess {
  readonly port: number;
  readonly password: string;
  /** The name under which this server knows SELECT, so that no script leaves its database. */
  readonly selectCommand: string;
  stop(): Promise<void>;
}

const startTimeoutMs = 10_000;

/** Starts the installed `redis-server`; undefined when there is none. Throws when there is one that does not start. */
export async function startRedisProcess(): Promise<RedisProcess | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'kosmo-redis-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    for (let attempt = 1; ; attempt += 1) {
      const port = await findFreePort();
      const secret = randomBytes(16).toString('hex');
      const started = await launch(redisConfiguration(port, folder, secret));
      if (started.outcome === 'ready') {
        const { child } = started;
        const watchdog = watchParent(child, folder);
        let stopped: Promise<void> | undefined;
        const stop = () => (stopped ??= stopChild(child, watchdog).then(removeFolder));
        return { port, password: secret, selectCommand: `select_${secret}`, stop };
      }
      if (started.outcome === 'ended' && /address already in use/i.test(started.log) && attempt < 5) continue;
      await removeFolder();
      if (started.outcome === 'not-installed') return undefined;
      throw new Error(
        `redis-server did not start: ${lastLine(started.log)}. Start the emulator with redis: 'memory', or repair it.`,
      );
    }
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

type Launch =
  | { readonly outcome: 'ready'; readonly child: ChildProcess }
  | { readonly outcome: 'ended'; readonly log: string }
  | { readonly outcome: 'not-installed' };

/** The configuration goes through stdin, so that no argument list shows the password. */
function launch(config: string): Promise<Launch> {
  const child = spawn('redis-server', ['-'], { stdio: ['pipe', 'pipe', 'ignore'], detached: true });
  return new Promise((resolve, reject) => {
    let log = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      log += `\nno sign of life for ${startTimeoutMs / 1000} s`;
    }, startTimeoutMs);
    child.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      if (error.code === 'ENOENT') resolve({ outcome: 'not-installed' });
      else reject(error);
    });
    child.once('exit', () => {
      clearTimeout(timer);
      resolve({ outcome: 'ended', log });
    });
    child.stdout.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-8192);
      if (!/ready to accept connections/i.test(log)) return;
      clearTimeout(timer);
      child.stdout.removeAllListeners('data').resume();
      release(child);
      resolve({ outcome: 'ready', child });
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(config);
  });
}

async function stopChild(child: ChildProcess, watchdog: ChildProcess): Promise<void> {
  watchdog.kill('SIGKILL');
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.ref();
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 2_000);
  await gone;
  clearTimeout(force);
}

function lastLine(log: string): string {
  return log.trim().split('\n').at(-1) ?? 'it ended at once';
}
