import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Specs } from '../load/open-specs.js';
import { digestPackage } from '../write/digest-files.js';
import { findChange, type PackageChange } from '../write/output.js';
import { stagePackage } from '../write/stage-package.js';
import { type MakeOptions, makePackage } from './make-package.js';

/** One package that was made. */
export interface PackageResult {
  readonly name: string;
  readonly functionCount: number;
  readonly fileCount: number;
  /** SHA-256 over every path and every byte of the package. */
  readonly digest: string;
  readonly change?: PackageChange | undefined;
}

export interface Generated {
  /** Faults in the specs. If there are any, nothing is to be written. */
  readonly diagnostics: readonly Diagnostic[];
  readonly package?: PackageResult;
}

export interface OneOptions extends MakeOptions {
  readonly specs: Specs;
  readonly packagesFolder: string;
  /** Stage nothing; report what staging would change. */
  readonly check?: boolean | undefined;
}

/** Makes one package and stages it beside the present one. Only for who holds the lock of the folder of packages. */
export async function generateOne(name: string, options: OneOptions): Promise<Generated> {
  const { specs, packagesFolder, check } = options;
  const { diagnostics, package: made } = await makePackage(specs, name, options);
  if (!made) return { diagnostics };
  const take = check ? findChange : stagePackage;
  return {
    diagnostics,
    package: {
      name,
      functionCount: made.model.functions.length,
      fileCount: made.files.length,
      digest: digestPackage(made.files),
      change: take(packagesFolder, name, made.files),
    },
  };
}
