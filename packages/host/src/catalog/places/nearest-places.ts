import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ancestors } from '../../files/ancestors.js';
import type { Place } from './place.js';
import { whyForeign } from '../../files/why-foreign.js';

/**
 * `node_modules` of the nearest package.json: the project that the user is in. None when its package.json, or any folder on
 * the way to the packages, is somebody else's, as in a folder that users share.
 */
export function nearestPlaces(cwd: string): Place[] {
  const file = nearestPackageJson(cwd);
  if (file === undefined) return [];
  const folder = join(dirname(file), 'node_modules', '@kosmokrator');
  if (!existsSync(folder) || [file, folder].some((one) => whyForeign(one))) return [];
  return [{ folder, refuse: (one) => whyForeign(one) }];
}

/** The package.json of the project that a folder is in. */
export function nearestPackageJson(cwd: string): string | undefined {
  return ancestors(cwd)
    .map((folder) => join(folder, 'package.json'))
    .find((file) => existsSync(file));
}
