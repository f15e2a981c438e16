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
  /** Calls of integration functions. Default: 500. */
  readonly calls: number;
  /** Bytes of strings in one call's arguments, with 8 for each other value. Default: 1 MiB. */
  readonly argumentBytes: number;
  /** The same for one call's result, and for what the script returns. Default: 4 MiB. */
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
  argumentBytes: mebibyte,
  resultBytes: 4 * mebibyte,
  depth: 32,
};

/** Reasons to end a script, in the words of its error message. */
const limitText: { readonly [name in keyof Limits]: (limit: number) => string } = {
  timeoutMs: (limit) => `the script ran longer than ${limit} ms (limit: timeout)`,
  memoryBytes: (limit) => `the script needs more than ${limit} bytes of memory (limit: memory)`,
  sourceBytes: (limit) => `the script is longer than ${limit} bytes (limit: source)`,
  outputBytes: (limit) => `the script printed more than ${limit} bytes (limit: output)`,
  calls: (limit) => `the script made more than ${limit} calls (limit: calls)`,
  argumentBytes: (limit) => `the arguments of a call are larger than ${limit} bytes (limit: arguments)`,
  resultBytes: (limit) => `a result is larger than ${limit} bytes (limit: result)`,
  depth: (limit) => `a value has more than ${limit} levels of tables (limit: depth)`,
};

/** The error of a script that was ended at a limit. */
export function limitError(limit: keyof Limits, limits: Limits): { code: 'limit_exceeded'; message: string } {
  return { code: 'limit_exceeded', message: limitText[limit](limits[limit]) };
}

/**
 * Thrown through Lua: it is no Lua error, so `pcall` does not see it. The state that it passes
 * through is unusable afterwards.
 */
export class LimitError extends Error {
  override readonly name = 'LimitError';

  constructor(limit: keyof Limits, value: number) {
    super(limitText[limit](value));
  }
}
