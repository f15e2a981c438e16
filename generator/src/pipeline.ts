import type { Diagnostic } from './diagnostics/diagnostic.js';
import { emitPackage } from './emit/emit-package.js';
import type { OutputFile, Target } from './emit/target.js';
import { formatFiles } from './format/format-files.js';
import { readModels } from './model/read-models.js';
import { discoverTargets } from './targets/discover.js';
import { openChecker } from './write/open-checker.js';
import { openWriter, recoverOutput } from './write/open-writer.js';
import type { PackageChange } from './write/output.js';

export interface GenerateOptions {
  readonly specsFolder: string;
  readonly packagesFolder: string;
  /** Names of the integrations to generate. Default: all. */
  readonly only?: readonly string[] | undefined;
  /** Write nothing; report what writing would change. */
  readonly check?: boolean;
  /** Default: those found by folder. */
  readonly targets?: readonly Target[];
  /** Sees each package as it goes out. */
  readonly onPackage?: (name: string, files: readonly OutputFile[], functionCount: number) => void;
}

export interface GenerateResult {
  /** When there is one, nothing was written. */
  readonly diagnostics: readonly Diagnostic[];
  readonly changes: readonly PackageChange[];
}

/** load -> validate -> model -> emit -> format -> write. Either every package is as generated afterwards, or none changed. */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  if (!options.check) recoverOutput(options.packagesFolder);
  const { models, diagnostics } = await readModels(options);
  if (diagnostics.length > 0) return { diagnostics, changes: [] };
  const targets = options.targets ?? (await discoverTargets());
  const output = (options.check ? openChecker : openWriter)(options.packagesFolder);
  try {
    for (const model of models) {
      const files = await formatFiles(emitPackage(model, targets));
      output.add(model.name, files);
      options.onPackage?.(model.name, files, model.functions.length);
    }
    return { diagnostics, changes: output.finish({ all: !options.only }) };
  } catch (error) {
    output.discard();
    throw error;
  }
}
