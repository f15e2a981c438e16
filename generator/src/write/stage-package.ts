import { dirname, join } from 'node:path';
import type { OutputFile } from '../emit/target.js';
import { findChange, type PackageChange } from './output.js';
import { diskFs, type OutputFs } from './output-fs.js';
import { stageFolder } from './swap-package.js';

/**
 * Writes the next version of a package beside the present one, where `OutputFolder.finish` takes it
 * from. Does nothing when the bytes are right already. Only for who holds the folder's lock.
 */
export function stagePackage(
  root: string,
  name: string,
  files: readonly OutputFile[],
  fs: OutputFs = diskFs,
): PackageChange | undefined {
  const change = findChange(root, name, files, fs);
  if (!change) return undefined;
  const target = stageFolder(root, name);
  const changed = new Set(change.files.map(({ path }) => path));
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
  return change;
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
