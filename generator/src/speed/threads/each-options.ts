import type { Project } from '../../emit/package/project.js';
import type { Target } from '../../emit/target.js';
import type { FormattedDigests } from '../formatted/reuse-formatted.js';

/** Where specs and packages are, and what an earlier run knows of the packages. Plain data, but for the targets. */
export interface EachOptions {
  readonly specsFolder: string;
  readonly packagesFolder: string;
  readonly project?: Project | undefined;
  readonly check?: boolean | undefined;
  /** Digests of files that an earlier run has formatted, by integration. */
  readonly known?: Readonly<Record<string, FormattedDigests>> | undefined;
  readonly targets?: readonly Target[] | undefined;
}

/** How many integrations a thread has under way: one is emitted while the other's files are with the formatter's threads. */
export const atOnce = 2;
