import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { findFreePort } from './find-free-port.js';
import { redisConfiguration } from './redis-configuration.js';
import { release, spawnWatched } from './spawn-watched.js';

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
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort();
    const secret = randomBytes(16).toString('hex');
    const started = await launch(redisConfiguration(port, secret));
    if (started.outcome === 'ready') {
      const { child } = started;
      let stopped: Promise<void> | undefined;
      const stop = () => (stopped ??= stopChild(child));
      return { port, password: secret, selectCommand: `select_${secret}`, stop };
    }
    if (started.outcome === 'not-installed') return undefined;
    if (/address already in use/i.test(started.log) && attempt < 5) continue;
    throw new Error(
      `redis-server did not start: ${lastLine(started.log)}. Fix redis-server, or start the emulator with redis: 'memory'.`,
    );
  }
}

type Launch =
  | { readonly outcome: 'ready'; readonly child: ChildProcess }
  | { readonly outcome: 'ended'; readonly log: string }
  | { readonly outcome: 'not-installed' };

/** Exit code of a shell that does not find the command. */
const notFound = 127;

/** The configuration goes through stdin, so that no argument list shows the password. */
function launch(config: string): Promise<Launch> {
  const child = spawnWatched('redis-server', ['-']);
  return new Promise((resolve, reject) => {
    let log = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      log += `\nno answer within ${startTimeoutMs / 1000} s`;
    }, startTimeoutMs);
    child.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      // A system without a shell, such as Windows, has no redis-server either.
      if (error.code === 'ENOENT') resolve({ outcome: 'not-installed' });
      else reject(error);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code === notFound ? { outcome: 'not-installed' } : { outcome: 'ended', log });
    });
    child.stdout?.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-8192);
      if (!/ready to accept connections/i.test(log)) return;
      clearTimeout(timer);
      child.stdout?.removeAllListeners('data').resume();
      release(child);
      resolve({ outcome: 'ready', child });
    });
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(config);
  });
}

/** There is nothing to save, and a server that is busy with a script hears no other signal. */
async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.ref();
  child.kill('SIGKILL');
  await gone;
}

function lastLine(log: string): string {
  return log.trim().split('\n').at(-1) ?? 'it exited immediately';
}
