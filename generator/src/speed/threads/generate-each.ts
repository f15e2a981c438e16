import { availableParallelism } from 'node:os';
import type { Reusable } from '../formatted/generate-reusing.js';
import type { EachOptions } from './each-options.js';
import { generateInWorkers } from './generate-in-workers.js';

/** From here on, threads of our own save more than the start of each costs. */
const manyIntegrations = 80;
/** Each takes some 120 MiB. */
const mostThreads = 2;

/** Generates integrations as fast as this machine can: on threads of our own where there are many. */
export async function generateEach(
  names: readonly string[],
  { targets, ...options }: EachOptions,
): Promise<readonly Reusable[]> {
  // When this runs from source, there is no module that a worker could load.
  const isBuilt = import.meta.url.endsWith('.js');
  if (!targets && isBuilt && names.length >= manyIntegrations) {
    return generateInWorkers(names, options, Math.min(availableParallelism(), mostThreads));
  }
  // Loaded here and not above: the thread that only shares work out needs none of it.
  const { generateHere } = await import('./generate-here.js');
  return generateHere(names, { ...options, targets });
}
