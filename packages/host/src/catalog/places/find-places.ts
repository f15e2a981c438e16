import { delimiter, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Environment } from '@kosmokrator/runtime';
import { installedPlaces } from './installed-places.js';
import { nearestPlaces } from './nearest-places.js';
import type { Place } from './place.js';
import { trustedPlaces } from './trusted-places.js';

export interface Surroundings {
  readonly env: Environment;
  readonly cwd: string;
  /** Files of the program that asks, the nearest to its user first. */
  readonly program: readonly string[];
}

/**
 * Where packages are looked for, in the order in which they win: what `KOSMO_INTEGRATIONS_PATH` names, the installation
 * of the program and of this module, `node_modules` of the nearest package.json, and the folders that the user trusts.
 * Code from anywhere else would run with the user's credentials only because of where a command was started.
 */
export function findPlaces({ env, cwd, program }: Surroundings): Place[] {
  const listed = (env['KOSMO_INTEGRATIONS_PATH'] ?? '').split(delimiter).filter(Boolean);
  const places = [
    ...listed.map((folder) => ({ folder: resolve(cwd, folder), namedBy: 'KOSMO_INTEGRATIONS_PATH' })),
    ...installedPlaces([...program, fileURLToPath(import.meta.url)]),
    ...nearestPlaces(cwd),
    ...trustedPlaces(env),
  ];
  const folders = places.map(({ folder }) => folder);
  return places.filter(({ folder }, index) => folders.indexOf(folder) === index);
}
