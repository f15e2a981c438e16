import { spawn, type ChildProcess } from 'node:child_process';
import type { Writable } from 'node:stream';

/**
 * The shell becomes the program; before that it forks a watcher, which reads from a pipe whose other end only our
 * process holds. The pipe closes when our process ends, however it ends, and then the watcher kills the program. A line
 * in the pipe ends the watcher alone. It exists before the program does, so no moment is left at which a killed parent
 * leaves the program behind.
 */
const script = '(read -r _ || kill -9 $$) <&3 >/dev/null 2>&1 & exec "$0" "$@" 3<&-';

/** Starts a program of this machine that ends with our process, also when ours is killed. A shell exits with 127 without it. */
export function spawnWatched(program: string, args: readonly string[]): ChildProcess {
  const child = spawn('sh', ['-c', script, program, ...args], {
    stdio: ['pipe', 'pipe', 'ignore', 'pipe'],
    detached: true,
  });
  const pipe = child.stdio[3] as Writable;
  pipe.on('error', () => undefined);
  child.once('exit', () => pipe.end('\n'));
  return child;
}

/** Lets our process end by itself although the child still runs. */
export function release(child: ChildProcess): void {
  child.unref();
  for (const pipe of child.stdio) (pipe as { unref?: () => void } | null)?.unref?.();
}
