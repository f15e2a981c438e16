import type { IntegrationModel } from '../model/model.js';
import type { Emitted } from './emitted.js';
import { mdText } from './syntax/markdown.js';

export interface UnpublishedView {
  readonly isUnpublished: boolean;
  /** Why the commands that follow do not work yet, and what to do instead. */
  readonly unpublished: Emitted;
}

/** A package that has not been released has the version `0.0.0`, and is not on npm. */
export function unpublishedView({ version }: IntegrationModel): UnpublishedView {
  return { isUnpublished: version === '0.0.0', unpublished };
}

const unpublished = mdText(
  'This package is not on npm yet, so npm and npx cannot find it. Until then, install it from a tarball: see "Use a package in your project" in the README of its repository.',
);
