import { dirname, join } from 'node:path';
import type { OutputFile } from '../emit/target.js';
import { comparePackage, type FileChange } from './compare-package.js';
import { findOrphans } from './find-orphans.js';
import { isFolder } from './list-package.js';
import { lockRoot } from './lock-root.js';
import { type Output, type PackageChange } from './output.js';
import { diskFs, type OutputFs } from './output-fs.js';
import { hasLeftovers, recoverPackages, removePackage, stageFolder, swapPackage } from './swap-package.js';

/**
 * Opens the folder of packages for writing. Everything is staged beside the packages first; `finish`
 * then puts each in place by rename. A package whose bytes are already right is not touched.
 */
export function openWriter(root: string, fs: OutputFs = diskFs): Output {
  const added = new Set<string>();
  const staged: PackageChange[] = [];
  let unlock: (() => void) | undefined;

  const lock = (): void => {
    if (unlock) return;
    fs.mkdirSync(root, { recursive: true });
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
    }
  };

  return {
    add(name, files) {
      added.add(name);
      const folder = join(root, name);
      const changes = comparePackage(fs, folder, files);
      if (changes.length === 0) return;
      lock();
      staged.push({ name, kind: isFolder(fs, folder) ? 'updated' : 'created', files: changes });
      stage(fs, root, name, files, changes);
    },
    finish({ all }) {
      const orphans = all ? findOrphans(fs, root, added) : [];
      if (orphans.length > 0) lock();
      for (const { name } of staged) swapPackage(fs, root, name);
      for (const { name } of orphans) removePackage(fs, root, name);
      close();
      return [...staged, ...orphans];
    },
    discard,
  };
}

/** Finishes or undoes what a killed run left in the folder of packages. Cheap when there is nothing. */
export function recoverOutput(root: string, fs: OutputFs = diskFs): void {
  if (!hasLeftovers(fs, root)) return;
  const unlock = lockRoot(fs, root);
  try {
    recoverPackages(fs, root);
  } finally {
    unlock();
  }
}

function stage(
  fs: OutputFs,
  root: string,
  name: string,
  files: readonly OutputFile[],
  changes: readonly FileChange[],
): void {
  const target = stageFolder(root, name);
  const changed = new Set(changes.map(({ path }) => path));
  const folders = new Set<string>();
  fs.rmSync(target, { recursive: true, force: true });
  for (const { path, content } of files) {
    const file = join(target, path);
    const folder = dirname(file);
    if (!folders.has(folder)) fs.mkdirSync(folder, { recursive: true });
    folders.add(folder);
    if (!changed.has(path) && linked(fs, join(root, name, path), file)) continue;
    fs.writeFileSync(file, content, { flag: 'wx' });
  }
}

/** Carries an unchanged file over with its times, which tools that build on it look at. */
function linked(fs: OutputFs, from: string, to: string): boolean {
  try {
    fs.linkSync(from, to);
    return true;
  } catch {
    // Not every file system has hard links; the caller writes the file instead.
    return false;
  }
}
