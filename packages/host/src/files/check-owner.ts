import type { Stats } from 'node:fs';

/**
 * Throws unless the user owns it and no one else has any right to it. Windows has neither number: there, the
 * folder's inherited access list is what counts.
 */
export function checkOwner(path: string, { uid, mode }: Pick<Stats, 'uid' | 'mode'>, fix: string): void {
  const user = process.getuid?.();
  if (user === undefined) return;
  if (uid !== user) {
    throw new Error(`${path} belongs to user ${uid}, not to you (${user}). It is not used.`);
  }
  if ((mode & 0o077) !== 0) {
    const shown = (mode & 0o777).toString(8).padStart(3, '0');
    throw new Error(`${path} is open to other users (mode ${shown}). Run: chmod ${fix} "${path}"`);
  }
}
