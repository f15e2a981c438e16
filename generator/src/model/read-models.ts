import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { sortDiagnostics } from '../diagnostics/render.js';
import { loadSpecs } from '../load/load-specs.js';
import type { LoadedIntegration } from '../load/spec-file.js';
import { createCompiler } from '../validate/compiler.js';
import type { Finding } from '../validate/finding.js';
import { reportFindings } from '../validate/report-findings.js';
import { validateSpecs } from '../validate/validate-specs.js';
import { buildModel } from './build-model.js';
import { checkExamples } from './check-examples.js';
import { checkMembers } from './check-members.js';
import type { IntegrationModel } from './model.js';

export interface ReadOptions {
  readonly specsFolder: string;
  /** Where released packages are: the release tool keeps their versions there. Default: every version is `0.0.0`. */
  readonly packagesFolder?: string | undefined;
  /** Names of the only integrations to read. */
  readonly only?: readonly string[] | undefined;
}

/** Loads, validates and models specs. A model is there only for an integration that nothing is wrong with. */
export async function readModels({ specsFolder, ...options }: ReadOptions): Promise<{
  models: IntegrationModel[];
  /** Sorted by file, line and column. */
  diagnostics: Diagnostic[];
}> {
  const { integrations, diagnostics } = await loadSpecs(specsFolder, options);
  const found = [...diagnostics];
  const models: IntegrationModel[] = [];
  for (const loaded of integrations) {
    const { model, findings } = await readIntegration(loaded);
    if (findings.length > 0) found.push(...(await reportFindings(findings)));
    if (model) models.push(model);
  }
  return { models, diagnostics: sortDiagnostics(found) };
}

async function readIntegration(
  loaded: LoadedIntegration,
): Promise<{ model?: IntegrationModel; findings: readonly Finding[] }> {
  const compile = createCompiler();
  const { findings, context } = validateSpecs(loaded, compile);
  if (findings.length > 0 || !context || !loaded.sound) return { findings };
  const { integration, functions } = context;
  const { overview, version, connected } = loaded;
  const valid = {
    integration,
    functions,
    version,
    connected,
    ...(overview === undefined ? {} : { overview }),
  };
  const model = buildModel(valid, compile);
  const shown = [...(await checkExamples(model, functions)), ...checkMembers(context)];
  return shown.length > 0 ? { findings: shown } : { model, findings: [] };
}
