import { existsSync, lstatSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { checkOwner } from './check-owner.js';

/** Makes the folder when it is missing, mode 0700 under any umask, along with the folders above it. */
export function makePrivateFolder(folder: string): void {
  if (checkPrivateFolder(folder)) return;
  makeFolders(folder);
  checkPrivateFolder(folder);
}

/** Node's own `recursive` never comes to an end where a file system takes no folders, such as /proc. */
function makeFolders(folder: string): void {
  const parent = dirname(folder);
  if (!existsSync(parent) && parent !== folder) makeFolders(parent);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Whether the folder exists. Throws when it is a link, or when others may look into it. */
export function checkPrivateFolder(folder: string): boolean {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (!stats) return false;
  if (!stats.isDirectory())
    throw new Error(`${folder} is not a folder. Symbolic links are not followed here.`);
  checkOwner(folder, stats, '700');
  return true;
}
