import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder for temporary files that goes when this process ends, however it ends. */
export interface PassingFolder {
  readonly path: string;
  remove(): void;
}

/** The pipe that this reads from closes when our process ends, also when it is killed. */
const watcher = `
  const remove = () => require('node:fs').rmSync(process.argv[1], { recursive: true, force: true });
  process.stdin.resume().on('end', remove).on('error', remove);
`;

/** Makes a folder that only this user can read. The watcher is there first, so that no end of ours comes too early. */
export function makePassingFolder(prefix: string): PassingFolder {
  const path = join(tmpdir(), `${prefix}${randomUUID()}`);
  const child = spawn(process.execPath, ['-e', watcher, path], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...process.env, NODE_OPTIONS: '' },
    // A Ctrl-C in the terminal goes to us alone.
    detached: true,
    windowsHide: true,
  });
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  child.unref();
  (child.stdin as unknown as { unref?: () => void }).unref?.();
  mkdirSync(path, { mode: 0o700 });
  return {
    path,
    remove() {
      rmSync(path, { recursive: true, force: true });
      child.kill('SIGKILL');
    },
  };
}
