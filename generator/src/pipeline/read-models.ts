import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { sortDiagnostics } from '../diagnostics/render.js';
import type { IntegrationModel } from '../model/model.js';
import { openDiskSpecs } from './disk-files.js';
import { makeModel } from './make-package.js';

export interface ReadOptions {
  readonly specsFolder: string;
  /** Where released packages are: the release tool keeps their versions there. Default: every version is `0.0.0`. */
  readonly packagesFolder?: string | undefined;
  /** Names of the only integrations to read. */
  readonly only?: readonly string[] | undefined;
}

/** Loads, validates and models specs. A model is there only for an integration that nothing is wrong with. */
export async function readModels({ specsFolder, packagesFolder, only }: ReadOptions): Promise<{
  models: IntegrationModel[];
  /** Sorted by file, line and column. */
  diagnostics: Diagnostic[];
}> {
  const specs = openDiskSpecs({ specsFolder, packagesFolder });
  const diagnostics: Diagnostic[] = [];
  const models: IntegrationModel[] = [];
  for (const name of only ?? specs.names) {
    const made = await makeModel(specs, name);
    diagnostics.push(...made.diagnostics);
    if (made.model) models.push(made.model);
  }
  return { models, diagnostics: sortDiagnostics(diagnostics) };
}
