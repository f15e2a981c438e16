import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readPlainFile } from '../../files/read-plain-file.js';
import { ancestors } from '../../files/ancestors.js';
import type { Place } from './place.js';

/**
 * The folders of packages that were installed along with these files. That is each `node_modules` on the path of a file, as
 * it was started and where links lead to: npm and npx put all packages into one, pnpm has one for each package below
 * `.pnpm`, which is inside of the project's or beside it. Of a checkout of this repository it is `packages/integrations`.
 * Whoever can write there can change the running program, so no owner is asked for.
 */
export function installedPlaces(files: readonly string[]): Place[] {
  const folders = files.flatMap((file) => {
    const real = realPath(file);
    return [...modulesAbove(file), ...modulesAbove(real), ...besidePackage(real)];
  });
  return [...new Set(folders)].map((folder) => ({ folder }));
}

function modulesAbove(file: string): string[] {
  return ancestors(dirname(file)).flatMap((folder) => {
    if (basename(folder) === 'node_modules') return [join(folder, '@kosmokrator')];
    return basename(folder) === '.pnpm' ? [join(dirname(folder), 'node_modules', '@kosmokrator')] : [];
  });
}

/** `packages/integrations` for a file of `packages/host` or of another package of ours. A repository of others can have folders of these names. */
function besidePackage(file: string): string[] {
  const own = ancestors(dirname(file)).find((folder) => existsSync(join(folder, 'package.json')));
  if (own === undefined || basename(dirname(own)) !== 'packages') return [];
  return isOurs(join(own, 'package.json')) ? [join(dirname(own), 'integrations')] : [];
}

function isOurs(packageJson: string): boolean {
  try {
    const { name } = JSON.parse(readPlainFile(packageJson)) as { name?: unknown };
    return typeof name === 'string' && name.startsWith('@kosmokrator/');
  } catch {
    return false;
  }
}

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
