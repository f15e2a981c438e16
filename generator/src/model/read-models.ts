import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { loadSpecs } from '../load/load-specs.js';
import { buildModel, type ValidIntegration } from './build-model.js';
import { createCompiler } from './compiler.js';
import type { IntegrationModel } from './model.js';

export interface ReadOptions {
  readonly specsFolder: string;
  /** Where released packages are: the release tool keeps their versions there. Default: every version is `0.0.0`. */
  readonly packagesFolder?: string | undefined;
  /** Names of the only integrations to read. */
  readonly only?: readonly string[] | undefined;
}

/** Loads, validates and models specs. A model is there only for an integration without diagnostics. */
export async function readModels({ specsFolder, ...options }: ReadOptions): Promise<{
  models: IntegrationModel[];
  diagnostics: Diagnostic[];
}> {
  const { integrations, diagnostics } = loadSpecs(specsFolder, options);
  const models = integrations.map((loaded) =>
    buildModel(loaded as unknown as ValidIntegration, createCompiler()),
  );
  return { models, diagnostics: [...diagnostics] };
}
