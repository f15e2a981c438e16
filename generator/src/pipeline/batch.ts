import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Project } from '../emit/project.js';
import type { PackageChange } from '../write/output.js';
import type { FormattedDigests } from '../write/reuse-written.js';

export type { Project };

/** What integrations are generated from and to. Plain data: workers get it too. */
export interface BatchOptions {
  readonly specsFolder: string;
  readonly packagesFolder: string;
  /** Links of the project. Default: none. */
  readonly project?: Project | undefined;
  /** Write nothing; report what writing would change. */
  readonly check?: boolean | undefined;
  /** Integrations, by name. */
  readonly names: readonly string[];
  /** Of files that were formatted before, by integration. */
  readonly formatted?: Readonly<Record<string, FormattedDigests>> | undefined;
}

/** One package that went through the pipeline. */
export interface PackageResult {
  readonly name: string;
  readonly functionCount: number;
  readonly fileCount: number;
  /** Of all its paths and bytes. */
  readonly digest: string;
  readonly formatted: FormattedDigests;
  readonly change?: PackageChange | undefined;
}

export interface BatchResult {
  /** When there is one, nothing is to be written. */
  readonly diagnostics: readonly Diagnostic[];
  readonly packages: readonly PackageResult[];
}
