import { join } from 'node:path';
import { keptEntries } from '../emit/package/check-package-paths.js';
import { OutputError, errorCode } from './output-error.js';
import type { OutputFs } from './output-fs.js';

/** What a package's folder holds, without the entries that others own. Paths use `/`. */
export interface PackageListing {
  readonly files: ReadonlySet<string>;
  /** Symbolic links and other things that are neither file nor folder; never followed. */
  readonly strange: readonly string[];
}

/** Lists a package's folder; undefined when there is none. */
export function listPackage(fs: OutputFs, folder: string): PackageListing | undefined {
  if (!isFolder(fs, folder)) return undefined;
  const files = new Set<string>();
  const strange: string[] = [];
  const visit = (relative: string): void => {
    for (const entry of fs.readdirSync(join(folder, relative), { withFileTypes: true })) {
      if (relative === '' && keptEntries.includes(entry.name)) continue;
      const path = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) files.add(path);
      else strange.push(path);
    }
  };
  visit('');
  return { files, strange };
}

/** Whether a package's folder exists. Refuses a link or a file in its place. */
export function isFolder(fs: OutputFs, folder: string): boolean {
  try {
    if (fs.lstatSync(folder).isDirectory()) return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
  throw new OutputError(
    `${folder} is not a folder, so no package can be written there. Move it away, then generate again.`,
  );
}
