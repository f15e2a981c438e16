import type { ConnectedCredentials, FunctionFile, Neighbour, SpecFile } from '../load/spec-file.js';
import type { FunctionSpec, IntegrationSpec } from '../spec/spec.js';
import type { Compiler } from './compiler.js';
import type { Finding } from './finding.js';

/** What rules look at: one integration whose files have the right form. */
export interface SpecContext {
  /** The folder's name. */
  readonly folder: string;
  readonly integration: SpecFile<IntegrationSpec>;
  /** The functions whose file has the right form. */
  readonly functions: readonly FunctionFile<FunctionSpec>[];
  /** All, so that a mistake in one file is not taken for a missing function. */
  readonly functionNames: readonly string[];
  readonly neighbours: readonly Neighbour[];
  readonly connected: ConnectedCredentials;
  /** The names of all integrations in the folder of specs. */
  readonly integrationNames: readonly string[];
  /** Every file could be read and has the right form: what is used nowhere is unused. */
  readonly complete: boolean;
  readonly compile: Compiler;
}

/** One rule of the language: yields what breaks it, and never throws. */
export type Rule = (context: SpecContext) => Iterable<Finding>;
