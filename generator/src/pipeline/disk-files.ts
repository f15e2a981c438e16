import { type Dirent, lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { resolve } from 'node:path';
import { openSpecs, type Specs } from '../load/open-specs.js';
import type { EntryKind, SpecFiles } from '../load/spec-files.js';

/** The files of this machine's disk. */
const diskFiles: SpecFiles = {
  look(path) {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats && { kind: kindOf(stats), bytes: stats.size };
  },
  list(folder) {
    if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
  },
  read: (path) => readFileSync(path),
};

/**
 * The path of a folder as `SpecFiles` has paths. The folder itself may be a link: whoever runs this has named it; its
 * last name stays the one that was given, since messages name files by it.
 */
function diskFolder(folder: string): string {
  return resolve(folder).replaceAll('\\', '/');
}

/** Opens the folder of specs on the disk. `packagesFolder` is where released packages are, for their versions. */
export function openDiskSpecs({
  specsFolder,
  packagesFolder,
}: {
  readonly specsFolder: string;
  readonly packagesFolder?: string | undefined;
}): Specs {
  return openSpecs(
    diskFiles,
    diskFolder(specsFolder),
    packagesFolder === undefined ? undefined : diskFolder(packagesFolder),
  );
}

function kindOf(entry: Dirent | Stats): EntryKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (entry.isSymbolicLink()) return 'symbolic link';
  if (entry.isFIFO()) return 'named pipe';
  return entry.isSocket() ? 'socket' : 'device';
}
