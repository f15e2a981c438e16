import type { Account, CallOptions } from './account.js';
import type { Deadline } from './http/deadline.js';
import { isKosmoError, KosmoError } from './error.js';
import type { Operation, Proof, Reply, Request, Scope } from './operation.js';
import { hideSecrets } from './text/redact.js';

/** Where one API is and what proves who is calling. */
export interface Access extends Proof {
  /** Without a trailing slash. */
  readonly base: string;
  readonly origin: string;
}

/** An account, prepared for one operation: its credentials, its secrets and where each request goes. */
export interface PreparedAccount {
  /** The credentials that the operation may use and the account has, trimmed. */
  readonly credentials: Readonly<Record<string, string>>;
  /** The credentials that are not secret; expressions may read them. */
  readonly open: Readonly<Record<string, string>>;
  /** Texts that no message may contain. */
  readonly secrets: readonly string[];
  readonly access: ReadonlyMap<Request, Access>;
}

/** One running call: what every stage works with. */
export interface Call extends PreparedAccount {
  readonly operation: Operation;
  readonly account: Account;
  readonly options: CallOptions;
  /** Validated, defaults included; a page walk moves its position in here. */
  args: Readonly<Record<string, unknown>>;
  /** The arguments as the caller gave them. */
  readonly given?: unknown;
  /** A page walk takes a new one for each page. */
  deadline: Deadline;
  /** Requests sent so far. */
  attempts: number;
  /** A write has, or may have, changed something. Kept by `writeGuard`. */
  wrote?: boolean;
  /** True when the replies hold credentials, so that no error quotes them. */
  confidential?: boolean;
  /** The last reply of the service. Its body is text until it has been read. */
  last?: Reply;
}

/** An error as it leaves the runtime: with the names of function and account, and without secrets. */
export function completeError(call: ErrorContext, error: unknown): unknown {
  if (!isKosmoError(error)) return error;
  const { operation, account, attempts } = call;
  operation.guard?.explain(call, error);
  return new KosmoError({
    integration: operation.integration.name,
    function: operation.name,
    account: account.name ?? 'default',
    ...error,
    message: hideSecrets(error.message, call.secrets),
    attempts,
    ...(!attempts && { outcome: 'not_sent' }),
  });
}

/** The fields of a call that its errors carry. */
export type ErrorContext = Pick<
  Call,
  'operation' | 'account' | 'options' | 'attempts' | 'secrets' | 'wrote'
> &
  Partial<Pick<Call, 'args' | 'given'>>;

/** Gives an expression what it can read at this point of the call. */
export function callScope({ args, open: credentials, last }: Call): Scope {
  return { args, credentials, ...last };
}
