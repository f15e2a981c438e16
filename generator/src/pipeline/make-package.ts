import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { emitPackage } from '../emit/package/emit-package.js';
import type { Project } from '../emit/package/project.js';
import type { OutputFile, Target } from '../emit/target.js';
import { checkExamples } from '../examples/check-examples.js';
import { checkMembers } from '../examples/check-members.js';
import { checkReturnedNames } from '../examples/check-returned-names.js';
import { formatFiles } from '../format/format-files.js';
import type { Specs } from '../load/open-specs.js';
import { buildModel } from '../model/build-model.js';
import type { IntegrationModel } from '../model/model.js';
import { createCompiler } from '../validate/compiler.js';
import { reportFindings } from '../validate/report-findings.js';
import { validateSpecs } from '../validate/validate-specs.js';

/** The files of one integration's package, or what is wrong with its specs. */
export interface Made {
  readonly diagnostics: readonly Diagnostic[];
  readonly package?: { readonly model: IntegrationModel; readonly files: readonly OutputFile[] };
}

export interface MakeOptions {
  readonly targets: readonly Target[];
  /** Links of the project. Default: none. */
  readonly project?: Project | undefined;
  /** Default: `formatFiles`. */
  readonly format?: ((files: readonly OutputFile[]) => Promise<readonly OutputFile[]>) | undefined;
}

/** The stages of one integration, in order: load, validate, model, examples, emit, format. */
export async function makePackage(
  specs: Specs,
  name: string,
  { targets, project, format = formatFiles }: MakeOptions,
): Promise<Made> {
  const { model, diagnostics } = await makeModel(specs, name);
  if (!model) return { diagnostics };
  const files = await format(emitPackage(model, targets, project));
  return { diagnostics, package: { model, files } };
}

/** The stages up to the model, which is there only for an integration that nothing is wrong with. */
export async function makeModel(
  specs: Specs,
  name: string,
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly model?: IntegrationModel }> {
  const { integration: loaded, diagnostics } = await specs.load(name);
  if (!loaded) return { diagnostics };
  const compile = createCompiler();
  const { findings, context } = validateSpecs(loaded, compile);
  if (findings.length > 0 || !context || !loaded.sound) {
    return { diagnostics: [...diagnostics, ...(await reportFindings(findings))] };
  }
  const { integration, functions } = context;
  const model = buildModel({ ...loaded, integration, functions }, compile);
  const wrong = [
    ...(await checkExamples(model, functions)),
    ...checkMembers(context),
    ...checkReturnedNames(context),
  ];
  return wrong.length > 0 ? { diagnostics: await reportFindings(wrong) } : { diagnostics, model };
}
