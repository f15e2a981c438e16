import { setTimeout as sleep } from 'node:timers/promises';

const patienceMs = 5_000;
const unfinished = new Set<Promise<unknown>>();

/** Lets work come to its end when the command is interrupted: what it stores exists nowhere else. */
export async function letFinish<T>(work: Promise<T>): Promise<T> {
  unfinished.add(work);
  return work.finally(() => unfinished.delete(work));
}

/**
 * Ends the process, whatever else it still waits for: a keychain, the lock of another process, a service. Work that is to
 * finish has a few seconds for it.
 */
export async function endNow(code: number): Promise<void> {
  await Promise.race([Promise.allSettled(unfinished), sleep(patienceMs)]);
  process.stdout.write('', () => process.exit(code));
}
