import type { MessagePort } from 'node:worker_threads';
import type { KeptError, ScriptError } from './error-text.js';
import type { Limits } from './limits.js';
import type { Sources } from './sources.js';

/** A JSON Schema as far as the bridge reads it. */
export type Schema = { readonly [keyword: string]: unknown };

/** What a worker starts with. Nothing secret: credentials stay on the main thread. */
export interface WorkerData {
  /** The worker's end of the channel for its questions. */
  readonly port: MessagePort;
  /** See `SharedMemory`. */
  readonly shared: SharedArrayBuffer;
  /** What the first worker of the process has compiled; that one is given none. */
  readonly sources: Sources | undefined;
}

/** Worker to main: scripts can come. */
export interface Ready {
  readonly sources: Sources;
}

/** Main to worker: run this. */
export interface Script {
  readonly source: Uint8Array;
  /** Appears in error positions: `report.lua`. */
  readonly name: string;
  readonly args: unknown;
  readonly limits: Limits;
  /** Whether to tell when something is printed. */
  readonly tellsOutput: boolean;
  /** Whether the script runs in the state that the last one of this worker left, and leaves its own to the next. */
  readonly keepsState: boolean;
}

/** Worker to main, and not answered: something has been printed. It comes before the next question. */
export interface Printed {
  readonly type: 'printed';
}

/** Worker to main: a question, on which the worker's thread blocks. */
export type Question =
  | { readonly type: 'call'; readonly call: FunctionCall }
  /** The namespaces of all installed integrations. */
  | { readonly type: 'names' }
  | { readonly type: 'open'; readonly namespace: string }
  | { readonly type: 'account'; readonly namespace: string; readonly name: string }
  /** Begins a walk over the items of all pages. The answer is its number, or null when too many are open and this is not the last try. */
  | { readonly type: 'walk'; readonly call: FunctionCall; readonly lastTry: boolean }
  /** One more request of a walk; the answer is the items of that page, null after the last. */
  | { readonly type: 'next'; readonly walk: number }
  | { readonly type: 'leave'; readonly walk: number }
  | { readonly type: 'docs'; readonly verb: DocsVerb; readonly text: string };

export type DocsVerb = 'list' | 'search' | 'read';

export interface FunctionCall {
  /** `upstash_get_key`. */
  readonly function: string;
  readonly account: string | undefined;
  readonly args: Readonly<Record<string, unknown>>;
}

export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: ScriptError };

/** The answer to `open`: all that a script needs of one integration. */
export interface OpenedIntegration {
  /** The source of its `lua/<ns>.lua`. */
  readonly binding: string;
  /** Its functions, by full name. */
  readonly functions: Readonly<Record<string, OpenedFunction>>;
}

/** The answer to `account`. */
export interface AccountAnswer {
  readonly known: boolean;
  /** Names of accounts, besides `default`. */
  readonly names: readonly string[];
  /** Why they cannot be read. */
  readonly problem?: string;
}

export interface OpenedFunction {
  readonly integration: string;
  /** Without the namespace. */
  readonly name: string;
  /** Schema of its arguments. */
  readonly input: Schema;
}

/** Worker to main, on the worker's own port: the script has ended. */
export type Ended = {
  /** The worker cannot run another script. */
  readonly spoiled: boolean;
} & ({ readonly ok: true; readonly result: unknown } | ({ readonly ok: false } & KeptError));
