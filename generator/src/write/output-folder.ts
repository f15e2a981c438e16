import { dirname } from 'node:path';
import { findOrphans } from './find-orphans.js';
import { lockRoot } from './lock-root.js';
import type { PackageChange } from './output.js';
import { diskFs, type OutputFs } from './output-fs.js';
import { hasLeftovers, recoverPackages, removePackage, swapPackage } from './swap-package.js';

/** The folder of packages, while a run writes to it. */
export interface OutputFolder {
  /** Keeps other runs out until the end. Call it before `stagePackage`; again is no harm. */
  lock(): void;
  /** Puts the staged packages and the removals in effect, by renames. */
  finish(changes: readonly PackageChange[]): void;
  /** Drops what was staged; what was there before stays. */
  discard(): void;
}

/** Opens the folder of packages, and finishes or undoes what a killed run left in it. */
export function openOutputFolder(root: string, fs: OutputFs = diskFs): OutputFolder {
  let unlock: (() => void) | undefined;
  /** The first of the folders that were made for the packages, if any had to be. */
  let made: string | undefined;
  const lock = (): void => {
    if (unlock) return;
    made = fs.mkdirSync(root, { recursive: true });
    unlock = lockRoot(fs, root);
  };
  const close = (): void => {
    unlock?.();
    unlock = undefined;
  };
  const discard = (): void => {
    if (!unlock) return;
    try {
      recoverPackages(fs, root);
    } finally {
      close();
      if (made !== undefined) removeEmpty(fs, root, made);
    }
  };
  if (hasLeftovers(fs, root)) {
    lock();
    discard();
  }
  return {
    lock,
    discard,
    finish(changes) {
      if (changes.length > 0) lock();
      for (const { name, kind } of changes) {
        if (kind === 'removed') removePackage(fs, root, name);
        else swapPackage(fs, root, name);
      }
      close();
    },
  };
}

/** Removes a folder and those above it up to `last`, as long as they are empty. */
function removeEmpty(fs: OutputFs, folder: string, last: string): void {
  if (fs.readdirSync(folder).length > 0) return;
  fs.rmdirSync(folder);
  if (folder !== last) removeEmpty(fs, dirname(folder), last);
}

/** Removals of the generated packages that have no spec any more. `names` are those that have. */
export function findRemovals(root: string, names: readonly string[], fs: OutputFs = diskFs): PackageChange[] {
  return findOrphans(fs, root, new Set(names));
}
