import type { CallRecord } from './count-calls.js';
import type { ScriptError } from '../bridge/error-text.js';
import type { ScriptClock } from './script-clock.js';

export interface RunOptions {
  /** JSON data for the script's global `args`, with BigInt and Uint8Array as in results. Default: an empty table. */
  readonly args?: unknown;
  /** The script's name in error positions. Default: `script`. */
  readonly name?: string;
  readonly signal?: AbortSignal;
  /** Instead of the host's limit. */
  readonly timeoutMs?: number;
  /**
   * Given what the script prints while it runs, without secrets: whole lines, and at the end the rest. Before a call is
   * made, all that was printed until then has been given. Together it is the `output` of the result. If it throws, the
   * script is ended, and `run` rejects with what was thrown.
   */
  readonly onOutput?: (text: string) => void;
  /** A clock that the caller stops while it asks a person. */
  readonly clock?: ScriptClock;
}

/** What became of one script. */
export interface ScriptRun {
  readonly ok: boolean;
  /**
   * What the script returned: one value as itself, none as null, several as a list. Integers beyond ±2^53 are
   * BigInt, and a string that is not UTF-8 is a Uint8Array.
   */
  readonly result: unknown;
  /** What it printed. */
  readonly output: string;
  readonly error: ScriptError | null;
  /** The calls that it made, in order. */
  readonly calls: readonly CallRecord[];
  readonly usage: Usage;
}

/** What a script used of its limits. */
export interface Usage {
  /** Milliseconds, without the time spent waiting for approvals or for a free worker. */
  readonly ms: number;
  /** Most bytes of Lua memory in use at one time. */
  readonly memory: number;
  /** Calls of integration functions. */
  readonly calls: number;
  /** Bytes that it printed, as far as they were kept. */
  readonly outputBytes: number;
}
