import type { OutputFile } from '../emit/target.js';
import type { FileChange } from './compare-package.js';

/** A package that is not, or was not, as generated. */
export interface PackageChange {
  readonly name: string;
  /** removed: its spec is gone. */
  readonly kind: 'created' | 'updated' | 'removed';
  readonly files: readonly FileChange[];
}

/** Where generated packages go: one at a time, then all at once. */
export interface Output {
  /** Takes all files of one package. */
  add(name: string, files: readonly OutputFile[]): void;
  /**
   * Makes the packages what `add` was given, and reports those that were not. With `all`, a
   * generated package that was not added goes away.
   */
  finish(options: { readonly all: boolean }): PackageChange[];
  /** Gives up; what was there before stays. */
  discard(): void;
}
