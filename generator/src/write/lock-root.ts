import { join } from 'node:path';
import { OutputError, errorCode } from './output-error.js';
import type { OutputFs } from './output-fs.js';

const patienceMs = 10_000;
const pauseMs = 50;

/** Locks that this process holds now. A lock with our id that is not among them is a dead namesake's. */
const held = new Set<string>();

/**
 * Takes the right to write below `root`, and returns what gives it back. Waits for another run for
 * up to ten seconds. A lock whose process is gone is taken over.
 *
 * The lock is a folder with the owner's process id in it, made aside and renamed into place: a
 * rename onto a folder that is not empty fails, so only one process can succeed.
 */
export function lockRoot(fs: OutputFs, root: string): () => void {
  const lock = join(root, '.tmp-lock');
  const aside = join(root, `.tmp-lock-${process.pid}`);
  remove(fs, aside);
  fs.mkdirSync(aside);
  try {
    fs.writeFileSync(join(aside, 'pid'), String(process.pid));
    waitFor(fs, aside, lock);
  } catch (error) {
    remove(fs, aside);
    throw error;
  }
  held.add(lock);
  return () => {
    held.delete(lock);
    // Renamed first: while a folder is being emptied, another run could put its own lock there.
    if (renamed(fs, lock, aside)) remove(fs, aside);
  };
}

/** Removes what runs that were killed while they took the lock left beside it. */
export function removeDeadLocks(fs: OutputFs, root: string): void {
  for (const entry of fs.readdirSync(root)) {
    const owner = /^\.tmp-lock-(\d+)/.exec(entry)?.[1];
    if (owner !== undefined && (Number(owner) === process.pid || !isAlive(Number(owner)))) {
      remove(fs, join(root, entry));
    }
  }
}

function waitFor(fs: OutputFs, aside: string, lock: string): void {
  const deadline = Date.now() + patienceMs;
  while (!renamed(fs, aside, lock)) {
    const owner = readOwner(fs, lock);
    if (owner !== undefined && !isHeld(lock, owner)) breakLock(fs, lock, owner);
    if (Date.now() > deadline) {
      throw new OutputError(
        `process ${owner} is writing there too. Wait until it ends. If it is not a generator, remove ${lock}.`,
      );
    }
    sleep(pauseMs);
  }
}

/** Removes a dead process's lock, unless another run has replaced it meanwhile. */
function breakLock(fs: OutputFs, lock: string, owner: number): void {
  const broken = `${lock}-${process.pid}-broken`;
  if (!renamed(fs, lock, broken)) return;
  if (readOwner(fs, broken) === owner) remove(fs, broken);
  else renamed(fs, broken, lock);
}

/** Whether the rename was done; false when `from` is gone or something is at `to`. */
function renamed(fs: OutputFs, from: string, to: string): boolean {
  try {
    fs.renameSync(from, to);
    return true;
  } catch (error) {
    if (fs.existsSync(to) || !fs.existsSync(from)) return false;
    throw error;
  }
}

function readOwner(fs: OutputFs, lock: string): number | undefined {
  try {
    return Number(fs.readFileSync(join(lock, 'pid'), 'utf8'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isHeld(lock: string, owner: number): boolean {
  return owner === process.pid ? held.has(lock) : isAlive(owner);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

function remove(fs: OutputFs, path: string): void {
  fs.rmSync(path, { recursive: true, force: true });
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
