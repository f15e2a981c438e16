import type { ScriptError } from './error-text.js';

/** What one script may use. Over a limit the script ends with `limit_exceeded`; `pcall` cannot hold that up. */
export interface Limits {
  /** Wall clock in milliseconds, without the time spent waiting for a person's approval. Default: 30,000. */
  readonly timeoutMs: number;
  /** Bytes of Lua memory. Default: 64 MiB. */
  readonly memoryBytes: number;
  /** Bytes of source. Default: 256 KiB. */
  readonly sourceBytes: number;
  /** Bytes of printed output; what is beyond is cut, with a mark, and the script goes on. Default: 256 KiB. */
  readonly outputBytes: number;
  /** Calls of functions, pages of walks, calls of `docs`, and names that lead nowhere. Default: 500. */
  readonly calls: number;
  /** Walks over pages, begun with `each`, that are open at the same time. Default: 32. */
  readonly walks: number;
  /** Bytes of strings in one call's arguments, with 8 for each other value. Default: 1 MiB. */
  readonly argumentBytes: number;
  /** Bytes of one call's result, counted the same way, and of all that the script returns. Default: 4 MiB. */
  readonly resultBytes: number;
  /** Levels of tables inside tables. Default: 32. */
  readonly depth: number;
}

const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;

export const defaultLimits: Limits = {
  timeoutMs: 30_000,
  memoryBytes: 64 * mebibyte,
  sourceBytes: 256 * kibibyte,
  outputBytes: 256 * kibibyte,
  calls: 500,
  walks: 32,
  argumentBytes: mebibyte,
  resultBytes: 4 * mebibyte,
  depth: 32,
};

interface LimitWords {
  readonly name: string;
  /** What the script did, given the limit. */
  readonly problem: (limit: number) => string;
  /** How it is raised on the command line, where it can be. */
  readonly flag?: string;
}

const words: { readonly [limit in keyof Limits]: LimitWords } = {
  timeoutMs: { name: 'timeout', problem: (ms) => `the script ran longer than ${ms} ms`, flag: '--timeout' },
  memoryBytes: {
    name: 'memory',
    problem: (bytes) => `the script needs more than ${bytes} bytes of memory`,
    flag: '--memory',
  },
  sourceBytes: { name: 'source', problem: (bytes) => `the script is longer than ${bytes} bytes` },
  outputBytes: { name: 'output', problem: (bytes) => `the script printed more than ${bytes} bytes` },
  calls: { name: 'calls', problem: (calls) => `the script made more than ${calls} calls` },
  walks: {
    name: 'walks',
    problem: (walks) => `the script has more than ${walks} loops over pages open at once`,
  },
  argumentBytes: {
    name: 'arguments',
    problem: (bytes) => `the arguments of a call are larger than ${bytes} bytes`,
  },
  resultBytes: { name: 'result', problem: (bytes) => `a result is larger than ${bytes} bytes` },
  depth: { name: 'depth', problem: (levels) => `a value has more than ${levels} levels of tables` },
};

/** How a limit is raised: `raise it with createLuaHost({ limits: { timeoutMs } }) or kosmo lua --timeout`. */
export function howToRaise(limit: keyof Limits): string {
  const { flag } = words[limit];
  const command = flag === undefined ? '' : ` or kosmo lua ${flag}`;
  return `raise it with createLuaHost({ limits: { ${limit} } })${command}`;
}

/**
 * The error of a script that was ended at a limit: which one, its value, and how to raise it, in the message
 * and as the fields `limit` and `value`.
 */
export function limitError(limit: keyof Limits, value: number): ScriptError {
  const { name, problem } = words[limit];
  const message = `${problem(value)} (limit: ${name}); ${howToRaise(limit)}`;
  return { code: 'limit_exceeded', message, limit, value };
}

/**
 * Thrown through Lua: it is no Lua error, so `pcall` does not see it. The state that it passes
 * through is unusable afterwards.
 */
export class LimitError extends Error {
  override readonly name = 'LimitError';

  constructor(
    readonly limit: keyof Limits,
    readonly value: number,
  ) {
    super(`over the limit ${limit}`);
  }
}
