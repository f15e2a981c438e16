import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from './usage-error.js';

/**
 * Absolute paths of the folders of specs and of packages. Refuses a folder of specs that does not
 * exist: no specs would mean that no package is wanted.
 */
export function findFolders(
  specs: string | undefined,
  out: string | undefined,
): { specsFolder: string; packagesFolder: string } {
  const specsFolder = specs === undefined ? findUpward(process.cwd()) : resolve(specs);
  if (specsFolder === undefined)
    throw new UsageError('there is no folder named specs here or in a parent folder; pass --specs');
  if (!isFolder(specsFolder)) throw new UsageError(`${specsFolder} is not a folder`);
  const packagesFolder =
    out === undefined ? join(dirname(specsFolder), 'packages/integrations') : resolve(out);
  return { specsFolder, packagesFolder };
}

function findUpward(folder: string): string | undefined {
  const candidate = join(folder, 'specs');
  if (isFolder(candidate)) return candidate;
  return folder === dirname(folder) ? undefined : findUpward(dirname(folder));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
