import type { IntegrationModel } from '../model/model.js';
import type { Project } from './package/project.js';
import type { Renderer } from './template/template.js';

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
 */
export interface Target {
  /** Equal to the folder name. */
  readonly name: string;
  emit(integration: IntegrationModel, project?: Project): Iterable<OutputFile>;
}

/**
 * Finds a template of the target by the name of its file in `templates/`: `index` is compiled from `index.hbs`. A name
 * with an extension, such as `walk.lua`, is that of a file that is printed as it is.
 */
export type Templates = <View>(name: string) => Renderer<View>;

/** Makes a target. It is given its templates, because a browser has no files from which to read them. */
export type TargetMaker = (template: Templates) => Target;

/**
 * To add a target, create `targets/<name>/index.ts` and default-export what this returns. Nothing else in the
 * repository needs to change.
 */
export function defineTarget(make: TargetMaker): TargetMaker {
  return make;
}
