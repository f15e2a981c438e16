import { mkdirSync, readdirSync, renameSync, rmdirSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasEnded, markedProcess, newProcessMark } from './process-mark.js';

/** The right to write, while it lasts. */
export interface StoreLock {
  /** Where to write a new file before it takes the place of the old one. */
  readonly draft: string;
  /** Throws when another process took the lock over: because this one slept for longer than `abandonedMs`. */
  check(): void;
}

/** A holder of this age is not waited for, living or not: its process may be on another machine. */
const abandonedMs = 120_000;

const isTaken = [
  'ENOTEMPTY',
  'EEXIST',
  ...(process.platform === 'win32' ? ['EPERM', 'EACCES', 'EBUSY'] : []),
];
const isGone = ['ENOENT'];

/**
 * Does something while no other process does. The lock is a folder with one file in it, which names the holder.
 * It is taken by renaming a folder that already holds that file, which succeeds only where there is no lock or an
 * empty one; it is let go by deleting the file. A holder that was killed is known by its process number, at once.
 * Who deletes the file of exactly that holder cannot hit one who came after it, so that no two waiting processes
 * both get in. Throws when the lock is not free within `patienceMs`, by default 30 s.
 *
 * `proper-lockfile` goes by the age of the lock alone: after a kill it waits ten seconds, and a holder that was
 * asleep for as long loses its lock to another while it writes.
 */
export async function withStoreLock<T>(
  folder: string,
  work: (lock: StoreLock) => T | Promise<T>,
  patienceMs = 30_000,
): Promise<T> {
  const mark = newProcessMark();
  await acquire(folder, mark, patienceMs);
  const holder = join(folder, 'lock', mark);
  const check = () => {
    if (statSync(holder, { throwIfNoEntry: false })) return;
    throw new Error(`another process took over the lock of ${folder}. Nothing was written. Try again.`);
  };
  try {
    removeLeftovers(folder);
    return await work({ draft: join(folder, `draft.${mark}`), check });
  } finally {
    unless(isGone, () => unlinkSync(holder));
    unless([...isTaken, ...isGone], () => rmdirSync(join(folder, 'lock')));
  }
}

async function acquire(folder: string, mark: string, patienceMs: number): Promise<void> {
  const offer = join(folder, `lock.${mark}`);
  const lock = join(folder, 'lock');
  const end = performance.now() + patienceMs;
  mkdirSync(offer, { mode: 0o700 });
  try {
    writeFileSync(join(offer, mark), '', { mode: 0o600, flag: 'wx' });
    while (!unless(isTaken, () => renameSync(offer, lock))) {
      const holder = livingHolder(lock);
      if (performance.now() > end) {
        const by = holder === undefined ? 'other processes' : `process ${markedProcess(holder)}`;
        throw new Error(`${folder} is locked by ${by}. Try again when it is done.`);
      }
      if (holder !== undefined) await sleep(1 + Math.random() * 4);
    }
  } catch (error) {
    removeOffer(offer, mark);
    throw error;
  }
}

/** Who holds the lock; undefined when it is free, or until now was held by a process that has ended. */
function livingHolder(lock: string): string | undefined {
  let holder: string | undefined;
  unless(isGone, () => ([holder] = readdirSync(lock)));
  if (holder === undefined) {
    unless([...isTaken, ...isGone], () => rmdirSync(lock));
    return undefined;
  }
  const file = join(lock, holder);
  if (!isAbandoned(file, holder)) return holder;
  unless(isGone, () => unlinkSync(file));
  return undefined;
}

function isAbandoned(path: string, mark: string): boolean {
  if (hasEnded(mark) === true) return true;
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs > abandonedMs;
}

/** Removes what killed processes left: drafts, of which only the holder has one, and folders to take the lock with. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, kind, mark = ''] = /^(draft|lock)\.(.+)$/.exec(name) ?? [];
    const path = join(folder, name);
    if (kind === 'draft') unless(isGone, () => unlinkSync(path));
    if (kind === 'lock' && isAbandoned(path, mark)) removeOffer(path, mark);
  }
}

function removeOffer(offer: string, mark: string): void {
  unless(isGone, () => unlinkSync(join(offer, mark)));
  unless(isGone, () => rmdirSync(offer));
}

/** Does it; false when it failed in one of the expected ways. */
function unless(codes: readonly string[], work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (codes.includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}
