import { spawn, type ChildProcess } from 'node:child_process';

/** A shell that waits for the end of our process, however it comes, and then ends the server. */
export function watchParent(server: ChildProcess, folder: string): ChildProcess {
  const script = 'cat >/dev/null; kill "$0" 2>/dev/null; rm -rf -- "$1"';
  const watchdog = spawn('sh', ['-c', script, String(server.pid), folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watchdog.on('error', () => undefined);
  server.once('exit', () => watchdog.kill('SIGKILL'));
  release(watchdog);
  return watchdog;
}

/** Lets our process end by itself although the child still runs. */
export function release(child: ChildProcess): void {
  child.unref();
  for (const pipe of [child.stdin, child.stdout]) (pipe as { unref?: () => void } | null)?.unref?.();
}
