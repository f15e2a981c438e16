import { join } from 'node:path';
import { emitPackage } from '../emit/emit-package.js';
import type { Target } from '../emit/target.js';
import { formatFiles } from '../format/format-files.js';
import type { IntegrationModel } from '../model/model.js';
import { readModels } from '../model/read-models.js';
import { digestPackage } from '../write/digest-files.js';
import { findChange } from '../write/output.js';
import { digestFormatted, reuseWritten } from '../write/reuse-written.js';
import { stagePackage } from '../write/stage-package.js';
import type { BatchOptions, BatchResult, PackageResult } from './batch.js';
import { mapConcurrently } from '../format/map-concurrently.js';

/** load -> validate -> model -> emit -> format -> write, up to the rename that puts a package in its place. */
export async function generateBatch(
  options: BatchOptions,
  targets: readonly Target[],
  beforeStaging: () => void,
): Promise<BatchResult> {
  const { specsFolder, packagesFolder, names, check } = options;
  const { models, diagnostics } = await readModels({ specsFolder, packagesFolder, only: names });
  if (diagnostics.length > 0) return { diagnostics, packages: [] };
  if (!check) beforeStaging();
  const take = check ? findChange : stagePackage;
  const generatePackage = async (model: IntegrationModel): Promise<PackageResult> => {
    const { name } = model;
    const emitted = emitPackage(model, targets, options.project);
    const reuse = reuseWritten(join(packagesFolder, name), options.formatted?.[name] ?? {});
    const files = await formatFiles(emitted, reuse);
    return {
      name,
      functionCount: model.functions.length,
      fileCount: files.length,
      digest: digestPackage(files),
      formatted: digestFormatted(emitted, files),
      change: take(packagesFolder, name, files),
    };
  };
  // Two, so that one is emitted while the other's files are with the formatter's threads.
  return { diagnostics, packages: await mapConcurrently(models, 2, generatePackage) };
}
