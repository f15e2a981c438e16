import { sortDiagnostics } from './diagnostics/render.js';
import type { Target } from './emit/target.js';
import { listIntegrations } from './load/load-specs.js';
import type { BatchOptions, BatchResult, PackageResult } from './pipeline/batch.js';
import { runBatches } from './pipeline/run-batches.js';
import { findRemovals, openOutputFolder } from './write/output-folder.js';
import { OutputError } from './write/output-error.js';
import type { PackageChange } from './write/output.js';

export interface GenerateOptions extends Omit<BatchOptions, 'names'> {
  /** Names of the integrations to generate. Default: all. */
  readonly only?: readonly string[] | undefined;
  /** Remove packages whose spec is gone even when no package would be left. */
  readonly prune?: boolean | undefined;
  /** Default: those found by folder. */
  readonly targets?: readonly Target[] | undefined;
}

export interface GenerateResult extends BatchResult {
  /** What was written, or, with `check`, what would be. */
  readonly changes: readonly PackageChange[];
}

/** Generates packages. Afterwards either all of them are as generated, or, after a diagnostic or an error, none has changed. */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  const { specsFolder, packagesFolder, only, check, prune } = options;
  const output = check ? undefined : openOutputFolder(packagesFolder);
  try {
    const names = only ?? listIntegrations(specsFolder);
    if (names.length === 0 && !only && !prune) throw noSpecs(specsFolder);
    const results = await runBatches({ ...options, names }, () => output?.lock());
    const diagnostics = sortDiagnostics(results.flatMap((result) => result.diagnostics));
    if (diagnostics.length > 0) {
      output?.discard();
      return { diagnostics, packages: [], changes: [] };
    }
    const packages = results.flatMap((result) => result.packages);
    const removals = only ? [] : findRemovals(packagesFolder, names);
    if (!prune && removals.length > 0 && packages.every(isNew)) throw allGone(removals, specsFolder);
    const changes = [...packages.flatMap(({ change }) => change ?? []), ...removals];
    output?.finish(changes);
    return { diagnostics, packages, changes };
  } catch (error) {
    output?.discard();
    throw error;
  }
}

function isNew({ change }: PackageResult): boolean {
  return change?.kind === 'created';
}

function noSpecs(specsFolder: string): OutputError {
  return new OutputError(
    `there is no integration in ${specsFolder}. Give the folder of the specs with --specs; with --prune, all generated packages are removed`,
  );
}

/** A wrong folder of specs looks like this, too. */
function allGone(removals: readonly PackageChange[], specsFolder: string): OutputError {
  const names = removals.map(({ name }) => name).join(', ');
  return new OutputError(
    `none of the packages that are there has a spec in ${specsFolder}: ${names} would be removed. Give the folder of their specs with --specs, or pass --prune to remove them`,
  );
}
