import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ancestors } from './ancestors.js';
import type { Place } from './place.js';
import { whyForeignOrOpen } from './why-foreign.js';

/**
 * `node_modules` of the nearest package.json: the project that the user is in. None when any folder on the way to the
 * packages is somebody else's, as in a folder that users share.
 */
export function nearestPlaces(cwd: string): Place[] {
  const project = ancestors(cwd).find((folder) => existsSync(join(folder, 'package.json')));
  if (project === undefined) return [];
  const folder = join(project, 'node_modules', '@kosmokrator');
  if (!existsSync(folder)) return [];
  const way = [project, dirname(folder), folder];
  return way.some((one) => whyForeignOrOpen(one)) ? [] : [{ folder, refuse: (one) => whyForeignOrOpen(one) }];
}
