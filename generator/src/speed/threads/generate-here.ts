import { openDiskSpecs } from '../../pipeline/disk-files.js';
import { discoverTargets } from '../../targets/discover.js';
import { generateReusing, type Reusable } from '../formatted/generate-reusing.js';
import { atOnce, type EachOptions } from './each-options.js';
import { mapConcurrently } from './map-concurrently.js';

/** Generates integrations on this thread. */
export async function generateHere(
  names: readonly string[],
  options: EachOptions,
): Promise<readonly Reusable[]> {
  const generateName = await openGenerator(options);
  return mapConcurrently(names, atOnce, generateName);
}

/** Opens the specs once, for any number of integrations. */
export async function openGenerator({ known = {}, ...options }: EachOptions) {
  const { specsFolder, packagesFolder, project, check } = options;
  const specs = openDiskSpecs({ specsFolder, packagesFolder });
  const targets = options.targets ?? (await discoverTargets());
  const one = { specs, packagesFolder, project, check, targets };
  return (name: string): Promise<Reusable> => generateReusing(name, one, known[name] ?? {});
}
