import { join } from 'node:path';
import { isFolder } from './list-package.js';
import { keptEntries } from '../emit/package/check-package-paths.js';
import { removeDeadLocks } from './lock-root.js';
import type { OutputFs } from './output-fs.js';

/*
 * Replacing a package takes these renames, so that whoever is killed between any two of them leaves
 * the old package or the new one, and the next run finishes the work:
 *
 *   .tmp-new-NAME    written in full, then
 *   NAME           → .tmp-old-NAME
 *   .tmp-new-NAME  → NAME
 *   kept entries     from .tmp-old-NAME to NAME
 *   .tmp-old-NAME    removed
 *
 * A package that goes away is renamed to .tmp-gone-NAME first.
 */
const newPrefix = '.tmp-new-';
const oldPrefix = '.tmp-old-';
const gonePrefix = '.tmp-gone-';

/** Where the next version of a package is written before it takes the package's place. */
export function stageFolder(root: string, name: string): string {
  return join(root, newPrefix + name);
}

/** Puts the staged version of a package in its place. */
export function swapPackage(fs: OutputFs, root: string, name: string): void {
  const folder = join(root, name);
  const backup = join(root, oldPrefix + name);
  if (!isFolder(fs, folder)) {
    fs.renameSync(stageFolder(root, name), folder);
    return;
  }
  fs.renameSync(folder, backup);
  try {
    fs.renameSync(stageFolder(root, name), folder);
  } catch (error) {
    fs.renameSync(backup, folder);
    throw error;
  }
  finishSwap(fs, root, name);
}

/** Removes a package as a whole. */
export function removePackage(fs: OutputFs, root: string, name: string): void {
  const gone = join(root, gonePrefix + name);
  fs.rmSync(gone, { recursive: true, force: true });
  fs.renameSync(join(root, name), gone);
  fs.rmSync(gone, { recursive: true, force: true });
}

/** Whether a run was killed in this root, or is at work there now. */
export function hasLeftovers(fs: OutputFs, root: string): boolean {
  return isFolder(fs, root) && fs.readdirSync(root).some((entry) => entry.startsWith('.tmp-'));
}

/** Finishes or undoes what a killed run left behind. Call it while holding the root's lock. */
export function recoverPackages(fs: OutputFs, root: string): void {
  removeDeadLocks(fs, root);
  for (const entry of fs.readdirSync(root)) {
    if (entry.startsWith(oldPrefix)) recoverPackage(fs, root, entry.slice(oldPrefix.length));
  }
  for (const entry of fs.readdirSync(root)) {
    if (entry.startsWith(newPrefix) || entry.startsWith(gonePrefix)) {
      fs.rmSync(join(root, entry), { recursive: true, force: true });
    }
  }
}

function recoverPackage(fs: OutputFs, root: string, name: string): void {
  if (isFolder(fs, join(root, name))) finishSwap(fs, root, name);
  else fs.renameSync(join(root, oldPrefix + name), join(root, name));
}

function finishSwap(fs: OutputFs, root: string, name: string): void {
  const backup = join(root, oldPrefix + name);
  const present = new Set(fs.readdirSync(backup));
  const taken = new Set(fs.readdirSync(join(root, name)));
  for (const entry of keptEntries) {
    if (present.has(entry) && !taken.has(entry)) {
      fs.renameSync(join(backup, entry), join(root, name, entry));
    }
  }
  fs.rmSync(backup, { recursive: true, force: true });
}
