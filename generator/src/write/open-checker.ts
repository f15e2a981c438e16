import { join } from 'node:path';
import { comparePackage } from './compare-package.js';
import { findOrphans } from './find-orphans.js';
import { isFolder } from './list-package.js';
import { type Output, type PackageChange } from './output.js';
import { diskFs, type OutputFs } from './output-fs.js';

/** As `openWriter`, but only looks: `finish` reports what writing would change. */
export function openChecker(root: string, fs: OutputFs = diskFs): Output {
  const added = new Set<string>();
  const drifted: PackageChange[] = [];
  return {
    add(name, files) {
      added.add(name);
      const folder = join(root, name);
      const changes = comparePackage(fs, folder, files);
      if (changes.length === 0) return;
      drifted.push({ name, kind: isFolder(fs, folder) ? 'updated' : 'created', files: changes });
    },
    finish: ({ all }) => [...drifted, ...(all ? findOrphans(fs, root, added) : [])],
    discard() {},
  };
}
