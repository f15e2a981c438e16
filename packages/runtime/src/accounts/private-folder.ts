import { lstatSync, mkdirSync } from 'node:fs';
import { checkOwner } from './check-owner.js';

/** Makes the folder when it is missing, mode 0700 under any umask, along with the folders above it. */
export function makePrivateFolder(folder: string): void {
  if (checkPrivateFolder(folder)) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  checkPrivateFolder(folder);
}

/** Whether the folder exists. Throws when it is a link, or when others may look into it. */
export function checkPrivateFolder(folder: string): boolean {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (!stats) return false;
  if (!stats.isDirectory()) throw new Error(`${folder} is not a folder. Links are not followed here.`);
  checkOwner(folder, stats, '700');
  return true;
}
