import type { Redactor } from '@kosmokrator/host';

/** Bytes of an error's message that are kept. What is beyond is cut, with a mark. */
export const mostMessageBytes = 8192;

/** An error as plain data: `code`, `message`, and what a `KosmoError` has besides. */
export interface ScriptError {
  readonly code: string;
  readonly message: string;
  /** Line of the script where it was raised, when nothing caught it. */
  readonly line?: number;
  readonly [field: string]: unknown;
}

/** An error as far as it was kept. */
export interface KeptError {
  readonly error: ScriptError;
  /** The end of its message is missing. */
  readonly cut: boolean;
  /** Says in the message what else was left out, and why. */
  readonly missing?: string | undefined;
  /** The message is about a global that the script does not have. */
  readonly missingGlobal?: MissingGlobal | undefined;
}

/** A global that is nil, and the names of those that are not. */
export interface MissingGlobal {
  readonly name: string;
  readonly known: readonly string[];
}

/** The whole error, with a mark in its message for what is missing. No half of a secret is left where it was cut. */
export function completeError(
  { error, cut, missing }: KeptError,
  redactor: Pick<Redactor, 'text'>,
): ScriptError {
  if (!cut && missing === undefined) return error;
  const marks = [
    ...(cut ? [`[error text cut: it is longer than ${mostMessageBytes} bytes]`] : []),
    ...(missing === undefined ? [] : [`[${missing}]`]),
  ];
  return { ...error, message: [redactor.text(error.message, { cut }), ...marks].join(' ') };
}
