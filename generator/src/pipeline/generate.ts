import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { sortDiagnostics } from '../diagnostics/render.js';
import type { Project } from '../emit/package/project.js';
import type { Target } from '../emit/target.js';
import { findRemovals, openOutputFolder } from '../write/output-folder.js';
import { OutputError } from '../write/output-error.js';
import type { PackageChange } from '../write/output.js';
import { openDiskSpecs } from './disk-files.js';
import { type Generated, generateOne, type PackageResult } from './generate-one.js';

export interface GenerateOptions {
  readonly specsFolder: string;
  readonly packagesFolder: string;
  /** Names of the integrations to generate. Default: all. */
  readonly only?: readonly string[] | undefined;
  /** Write nothing; report what writing would change. */
  readonly check?: boolean | undefined;
  /** Remove packages whose spec is gone even when no package would be left. */
  readonly prune?: boolean | undefined;
  /** Links of the project. Default: none. */
  readonly project?: Project | undefined;
  /** Default: those found by folder. */
  readonly targets?: readonly Target[] | undefined;
  /** Generates each of these integrations, in any order and on any thread. Default: one after the other on this one. */
  readonly generateEach?: ((names: readonly string[]) => Promise<readonly Generated[]>) | undefined;
}

export interface GenerateResult {
  /** Faults in the specs. If there are any, nothing was written. */
  readonly diagnostics: readonly Diagnostic[];
  readonly packages: readonly PackageResult[];
  /** What was written, or, with `check`, what would be. */
  readonly changes: readonly PackageChange[];
}

/** Generates packages. Afterwards either all of them are as generated, or, after a diagnostic or an error, none has changed. */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  const { specsFolder, packagesFolder, only, check, prune } = options;
  const output = check ? undefined : openOutputFolder(packagesFolder);
  try {
    const names = only ?? openDiskSpecs({ specsFolder }).names;
    if (names.length === 0 && !only && !prune) throw noSpecs(specsFolder);
    output?.lock();
    const results = await (options.generateEach ?? oneByOne(options))(names);
    const diagnostics = sortDiagnostics(results.flatMap((result) => result.diagnostics));
    if (diagnostics.length > 0) {
      output?.discard();
      return { diagnostics, packages: [], changes: [] };
    }
    const packages = results.flatMap((result) => result.package ?? []);
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

function oneByOne({ specsFolder, packagesFolder, project, check, targets }: GenerateOptions) {
  return async (names: readonly string[]): Promise<readonly Generated[]> => {
    const { discoverTargets } = await import('../targets/discover.js');
    const specs = openDiskSpecs({ specsFolder, packagesFolder });
    const present = targets ?? (await discoverTargets());
    const options = { specs, packagesFolder, project, check, targets: present };
    const results: Generated[] = [];
    for (const name of names) results.push(await generateOne(name, options));
    return results;
  };
}

function isNew({ change }: PackageResult): boolean {
  return change?.kind === 'created';
}

function noSpecs(specsFolder: string): OutputError {
  return new OutputError(
    `there is no integration in ${specsFolder}. Pass the folder of the specs with --specs, or pass --prune to remove all generated packages`,
  );
}

/** A wrong folder of specs looks like this, too. */
function allGone(removals: readonly PackageChange[], specsFolder: string): OutputError {
  const names = removals.map(({ name }) => name).join(', ');
  return new OutputError(
    `no generated package has a spec in ${specsFolder}, so all would be removed: ${names}. Pass the folder of their specs with --specs, or pass --prune to remove them`,
  );
}
