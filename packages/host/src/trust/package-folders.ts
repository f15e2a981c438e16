import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where a project keeps packages, besides in the folder itself. */
const inside = ['packages/integrations', 'node_modules/@kosmokrator', '@kosmokrator'];

/**
 * Finds the folders of packages that a folder stands for, by their real paths: itself, when it is a package or holds packages, else
 * those of the project that it is. Throws when there is none, since nothing would be found there.
 */
export function packageFolders(folder: string): string[] {
  const path = resolve(folder);
  if (!isFolder(path)) throw new Error(`${folder} is not a folder`);
  if (isPackage(path) || holdsPackages(path)) return [realpathSync(path)];
  const found = inside.map((name) => join(path, name)).filter(holdsPackages);
  if (found.length > 0) return [...new Set(found.map((name) => realpathSync(name)))];
  throw new Error(`no integration packages were found in ${folder}, nor in ${inside.join(', ')} below it`);
}

function holdsPackages(folder: string): boolean {
  return isFolder(folder) && readdirSync(folder).some((name) => isPackage(join(folder, name)));
}

function isPackage(folder: string): boolean {
  return existsSync(join(folder, 'manifest.json'));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
