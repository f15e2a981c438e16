import type { Project } from './project.js';
import type { OutputFile, Target } from '../target.js';
import type { IntegrationModel } from '../../model/model.js';
import { checkPackagePaths, type EmittedFile } from './check-package-paths.js';

/** Runs every target on one integration and returns all files of its package. */
export function emitPackage(
  model: IntegrationModel,
  targets: readonly Target[],
  project?: Project,
): OutputFile[] {
  const files = targets.flatMap((target) => emit(target, model, project));
  checkPackagePaths(model.name, files);
  return files.map(({ path, content }) => ({ path, content }));
}

function emit(target: Target, model: IntegrationModel, project?: Project): EmittedFile[] {
  try {
    return Array.from(target.emit(model, project), (file) => ({ ...file, target: target.name }));
  } catch (error) {
    throw new Error(`target ${target.name} failed on ${model.source}`, { cause: error });
  }
}
