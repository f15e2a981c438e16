import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

const form = /^(\d+)-(\d+)-([0-9a-f]{16})-([0-9a-f]{16})-[0-9a-f]{16}$/;

/** A fresh name that says which process it is from: `<pid>-<start>-<place>-<boot>-<random>`. */
export function newProcessMark(): string {
  const { place, boot } = here();
  return [process.pid, startOf(process.pid), place, boot, randomBytes(8).toString('hex')].join('-');
}

/** The number of the process that made a mark. */
export function markedProcess(mark: string): string {
  return form.exec(mark)?.[1] ?? 'unknown';
}

/**
 * Whether the process that made a mark has ended; undefined when that cannot be told from here, since it ran on
 * another machine or in another container that shares the folder.
 */
export function hasEnded(mark: string): boolean | undefined {
  const [, pid, start, place, boot] = form.exec(mark) ?? [];
  if (place !== here().place) return undefined;
  if (boot !== here().boot || !isRunning(Number(pid))) return true;
  // The number may have gone to a new process since.
  return startOf(Number(pid)) !== start;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When a process started, in ticks since boot; "0" where the system does not say. */
function startOf(pid: number): string {
  const stat = tryRead(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
  // The second field is the program's name, in brackets, and may hold anything; the state comes after it.
  const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // A process that was killed keeps its number until its parent asks after it.
  return state === 'Z' ? 'ended' : (rest[18] ?? '0');
}

let known: { readonly place: string; readonly boot: string } | undefined;

/** Process numbers mean the same in one place: on Linux a container, elsewhere a machine. */
function here(): { readonly place: string; readonly boot: string } {
  known ??= {
    place: shortHash([
      hostname(),
      tryRead(() => readFileSync('/etc/machine-id', 'latin1')),
      tryRead(() => readlinkSync('/proc/self/ns/pid')),
    ]),
    boot: shortHash([tryRead(() => readFileSync('/proc/sys/kernel/random/boot_id', 'latin1'))]),
  };
  return known;
}

function shortHash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

function tryRead(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
