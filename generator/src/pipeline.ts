import { sortDiagnostics } from './diagnostics/render.js';
import type { Target } from './emit/target.js';
import { listIntegrations } from './load/load-specs.js';
import type { BatchOptions, BatchResult } from './pipeline/batch.js';
import { runBatches } from './pipeline/run-batches.js';
import { findRemovals, openOutputFolder } from './write/output-folder.js';
import type { PackageChange } from './write/output.js';

export interface GenerateOptions extends Omit<BatchOptions, 'names'> {
  /** Names of the integrations to generate. Default: all. */
  readonly only?: readonly string[] | undefined;
  /** Default: those found by folder. */
  readonly targets?: readonly Target[] | undefined;
}

export interface GenerateResult extends BatchResult {
  /** What was written, or, with `check`, what would be. */
  readonly changes: readonly PackageChange[];
}

/** Generates packages. Afterwards either all of them are as generated, or, after a diagnostic or an error, none has changed. */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  const { specsFolder, packagesFolder, only, check } = options;
  const output = check ? undefined : openOutputFolder(packagesFolder);
  try {
    const names = only ?? listIntegrations(specsFolder);
    const results = await runBatches({ ...options, names }, () => output?.lock());
    const diagnostics = sortDiagnostics(results.flatMap((result) => result.diagnostics));
    if (diagnostics.length > 0) {
      output?.discard();
      return { diagnostics, packages: [], changes: [] };
    }
    const packages = results.flatMap((result) => result.packages);
    const removals = only ? [] : findRemovals(packagesFolder, names);
    const changes = [...packages.flatMap(({ change }) => change ?? []), ...removals];
    output?.finish(changes);
    return { diagnostics, packages, changes };
  } catch (error) {
    output?.discard();
    throw error;
  }
}
