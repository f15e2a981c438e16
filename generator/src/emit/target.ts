import type { IntegrationModel } from '../model/model.js';
import type { Project } from './project.js';

/** One file of a generated package. */
export interface OutputFile {
  /** Relative to the package's folder, with `/`. */
  readonly path: string;
  readonly content: string;
}

/**
 * One output language or format. A target is a pure function from the model to
 * files: it reads no disk, no clock and no environment, so that the same spec gives
 * the same bytes on every machine.
 *
 * To add one, create `targets/<name>/index.ts` that default-exports a target.
 * Nothing else in the repository needs to change.
 */
export interface Target {
  /** Equal to the folder name. */
  readonly name: string;
  emit(integration: IntegrationModel, project?: Project): Iterable<OutputFile>;
}

export function defineTarget(target: Target): Target {
  return target;
}
