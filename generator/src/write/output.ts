import { join } from 'node:path';
import type { OutputFile } from '../emit/target.js';
import { comparePackage, type FileChange } from './compare-package.js';
import { checkGenerated } from './is-generated.js';
import { isFolder } from './list-package.js';
import { diskFs, type OutputFs } from './output-fs.js';

/** A package that is not, or was not, as generated. */
export interface PackageChange {
  readonly name: string;
  /** removed: its spec is gone. */
  readonly kind: 'created' | 'updated' | 'removed';
  readonly files: readonly FileChange[];
}

/** What writing a package would change; undefined when its bytes are right. Throws for a folder that was not generated. */
export function findChange(
  root: string,
  name: string,
  files: readonly OutputFile[],
  fs: OutputFs = diskFs,
): PackageChange | undefined {
  const folder = join(root, name);
  const changes = comparePackage(fs, folder, files);
  if (changes.length === 0) return undefined;
  checkGenerated(fs, folder, name, files);
  return { name, kind: isFolder(fs, folder) ? 'updated' : 'created', files: changes };
}
