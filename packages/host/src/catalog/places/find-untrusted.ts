import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readTrust } from '../../trust/trust-file.js';
import { describeFolder } from '../../trust/describe-folder.js';
import { whyLapsed } from '../../trust/why-lapsed.js';
import { showText } from '@kosmokrator/runtime/internal';
import { ancestors } from '../../files/ancestors.js';
import type { Surroundings } from './find-places.js';
import type { Place } from './place.js';
import { nearestPackageJson } from './nearest-places.js';
import { whyForeign } from '../../files/why-foreign.js';

/**
 * For the error about an integration that is not installed: which folder near the working folder has a package of one of
 * these names, why it is not used, and what to do if it should be. Empty when there is none.
 */
export function findUntrusted(
  names: readonly string[],
  places: readonly Place[],
  { env, cwd }: Surroundings,
): string {
  const trusted = new Map(readTrust(env).map((folder) => [folder.path, whyLapsed(folder)]));
  const near = ancestors(cwd).flatMap((folder) => [
    join(folder, 'node_modules', '@kosmokrator'),
    join(folder, 'packages', 'integrations'),
  ]);
  const folderNames = names.map((name) => name.replaceAll('_', '-')).filter((name) => form.test(name));
  for (const name of folderNames) {
    for (const folder of new Set([...near, ...trusted.keys()])) {
      const found = findPackage(folder, name);
      if (found === undefined) continue;
      const place = places.find((one) => one.folder === folder);
      if (place === undefined)
        return describe(
          name,
          folder,
          trusted.get(folder) ?? whyForeign(folder) ?? whyForeignProject(cwd, folder),
        );
      const why = place.refuse?.(found);
      if (why !== undefined) return describe(name, found, why);
    }
  }
  return '';
}

const form = /^[a-z][a-z0-9-]{0,63}$/;

/** A package of that name in a folder, or the folder itself. */
function findPackage(folder: string, name: string): string | undefined {
  const inside = join(folder, name);
  if (isPackage(inside)) return inside;
  return basename(folder) === name && isPackage(folder) ? folder : undefined;
}

function isPackage(folder: string): boolean {
  return existsSync(join(folder, 'manifest.json'));
}

/** That the package.json which makes a folder the project's is somebody else's. */
function whyForeignProject(cwd: string, folder: string): string | undefined {
  const file = nearestPackageJson(cwd);
  const why = file !== undefined && folder.startsWith(dirname(file)) ? whyForeign(file) : undefined;
  return why && `belongs to the project of ${showText(file!)}, which ${why}`;
}

function describe(name: string, folder: string, why = 'is not trusted'): string {
  const found = `${showText(folder)} has a package "${name}", but it is not used because that folder ${showText(why)}`;
  const unsafe = whyLapsed(describeFolder(realpathSync(folder))) !== undefined;
  const fix = unsafe
    ? 'move it to a folder that only you can change'
    : `run: kosmo trust ${shellWord(folder)}`;
  return `; ${found}. If you trust its code, ${fix}`;
}

/** A path as one argument of a shell, whatever is in it. */
function shellWord(path: string): string {
  const shown = showText(path);
  return /^[\w@%+=:,./-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", `'\\''`)}'`;
}
