import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseManifest } from '../manifest.js';
import { systemProblem } from '../../system-problem.js';
import { readPlainFile } from '../../files/read-plain-file.js';
import type { Place } from './place.js';

/** A folder that may be a package. */
export interface Candidate {
  /** The integration that it should be, by the name of the folder. */
  readonly name: string;
  readonly folder: string;
  readonly refuse: Place['refuse'];
}

/** The folders that may be packages, in the order of their places. What is inside a place is not opened. */
export function listCandidates(places: readonly Place[]): Candidate[] {
  const candidates = places.flatMap((place) => listPlace(place));
  const folders = new Set<string>();
  return candidates.filter(({ folder }) => !folders.has(folder) && folders.add(folder));
}

function listPlace({ folder, namedBy, refuse }: Place): Candidate[] {
  if (existsSync(join(folder, 'manifest.json'))) return [{ name: nameOfPackage(folder), folder, refuse }];
  const names = readNames(folder, namedBy).toSorted();
  return names.map((name) => ({ name, folder: join(folder, name), refuse }));
}

/** A package that is a place by itself may be in a folder of any name. */
function nameOfPackage(folder: string): string {
  try {
    return parseManifest(readPlainFile(join(folder, 'manifest.json'))).name;
  } catch {
    return basename(folder);
  }
}

/** The entries of a folder, if it is there. */
function readNames(folder: string, namedBy: string | undefined): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || (code === 'ENOTDIR' && namedBy === undefined)) return [];
    const problem =
      code === 'ENOTDIR' ? 'is not a folder' : `cannot be read: ${systemProblem(error) ?? code}`;
    const name = namedBy === undefined ? folder : `${namedBy} names ${folder}, which`;
    throw new Error(`${name} ${problem}. It must be a folder of integration packages.`, {
      cause: error,
    });
  }
}
