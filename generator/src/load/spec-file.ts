import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** One file of a spec, read and parsed. */
export interface SpecFile<T = unknown> {
  /** Repository-relative, with `/`. */
  readonly path: string;
  /** The text on disk: positions are looked up in it when a diagnostic needs one. */
  readonly text: string;
  readonly value: T;
}

/** A function's file; its name is the function's. */
export interface FunctionFile<T = unknown> extends SpecFile<T> {
  readonly name: string;
}

/** An integration beside another, whose full function names could be the same: `a-b` beside `a`. */
export interface Neighbour {
  readonly name: string;
  readonly functions: readonly { readonly name: string; readonly path: string }[];
}

/** Credentials of other integrations, as far as their specs could be read: by integration, then by name. */
export type ConnectedCredentials = ReadonlyMap<string, Readonly<Record<string, { readonly type?: unknown }>>>;

/** All files of one integration. */
export interface LoadedIntegration {
  /** The folder's name. */
  readonly name: string;
  readonly integration: SpecFile;
  /** In code-point order of their names. */
  readonly functions: readonly FunctionFile[];
  /** Names of all function files, those that could not be read included. */
  readonly functionNames: readonly string[];
  readonly neighbours: readonly Neighbour[];
  /** Credentials of the integrations for which its functions make accounts. */
  readonly connected: ConnectedCredentials;
  /** Names of all integrations in the folder. */
  readonly integrationNames: readonly string[];
  /** Nothing is wrong with its files so far. */
  readonly sound: boolean;
  /** `overview.md`, verbatim. */
  readonly overview?: string;
  /** The version of the released package. */
  readonly version: string;
}

/** What was loaded of an integration. */
export interface Loaded {
  /** Undefined when its integration.yaml could not be read. */
  readonly integration?: LoadedIntegration | undefined;
  readonly diagnostics: readonly Diagnostic[];
}
