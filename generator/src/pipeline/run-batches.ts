import { availableParallelism } from 'node:os';
import type { Target } from '../emit/target.js';
import type { BatchOptions, BatchResult } from './batch.js';
import { runInWorkers } from './run-in-workers.js';

/** Integrations whose specs are in memory at one time, for each thread. */
const batchSize = 10;
/** From here on, threads of our own save more than the start of each costs. */
const manyBatches = 8;
/** Each takes some 120 MiB. */
const mostThreads = 2;

export interface RunOptions extends BatchOptions {
  readonly targets?: readonly Target[] | undefined;
}

/** Runs all integrations through the pipeline, in batches so that memory does not grow with their number. */
export async function runBatches(
  { targets, ...options }: RunOptions,
  beforeStaging: () => void,
): Promise<BatchResult[]> {
  const batches: BatchOptions[] = [];
  for (let start = 0; start < options.names.length; start += batchSize) {
    batches.push({ ...options, names: options.names.slice(start, start + batchSize) });
  }
  // When this runs from source, there is no module that a worker could load.
  const isBuilt = import.meta.url.endsWith('.js');
  if (!targets && isBuilt && batches.length >= manyBatches) {
    if (!options.check) beforeStaging();
    return runInWorkers(batches, Math.min(availableParallelism(), mostThreads));
  }
  return runHere(batches, targets, beforeStaging);
}

async function runHere(
  batches: readonly BatchOptions[],
  targets: readonly Target[] | undefined,
  beforeStaging: () => void,
): Promise<BatchResult[]> {
  // Loaded here and not above: the thread that only shares work out needs none of it.
  const [{ generateBatch }, { discoverTargets }] = await Promise.all([
    import('./generate-batch.js'),
    import('../targets/discover.js'),
  ]);
  const present = targets ?? (await discoverTargets());
  const results: BatchResult[] = [];
  for (const batch of batches) results.push(await generateBatch(batch, present, beforeStaging));
  return results;
}
