import type { Account, CallOptions } from '../account.js';
import { completeError } from '../call.js';
import { evaluate } from '../http/evaluate.js';
import { finishResult } from './finish-result.js';
import type { OnlyChecked } from './only-checked.js';
import type { Operation } from '../operation.js';
import { redact } from '../text/redact.js';
import { requestId } from '../http/request-id.js';
import { type NewCall, newCall, startCall } from './start-call.js';

/** A result, and what the service's last reply said about itself. */
export interface WithResponse<Result> {
  readonly result: Result;
  readonly response: {
    /** 0 when the function had nothing to ask. */
    readonly status: number;
    /** Lower-case names. */
    readonly headers: Readonly<Record<string, string>>;
    /** The service's own id of the request. */
    readonly request_id: string | undefined;
    /** Requests sent: steps, pages and retries together. */
    readonly attempts: number;
  };
}

/** A call that is under way: a promise of its result. */
export interface PendingCall<Result> extends Promise<Result> {
  /** The result of this same call, with status, headers, request id and attempts beside it. Nothing is sent again. */
  withResponse(): Promise<WithResponse<Result>>;
}

/**
 * Runs one operation: validate, policy, credentials, request, send, errors, select,
 * redact. Every surface calls this. Rejects with a `KosmoError`.
 */
export function execute<Args, Result>(
  operation: Operation<Args, Result>,
  args: OnlyChecked<Args>,
  account: Account,
  options?: CallOptions,
): PendingCall<Result> {
  const call = newCall(operation, account, options);
  const pending = run(call, args) as Promise<Result>;
  const withResponse = () => pending.then((result) => ({ result, response: responseOf(call) }));
  return Object.assign(pending, { withResponse });
}

async function run(call: NewCall, given: unknown): Promise<unknown> {
  try {
    const started = await startCall(call, given);
    const { select, run: send } = call.operation;
    const scope = await send(started);
    return finishResult(started, select ? evaluate(started, select, scope) : (scope.items ?? scope.body));
  } catch (error) {
    throw completeError(call, error);
  } finally {
    call.deadline?.stop();
  }
}

function responseOf({ last, secrets, attempts }: NewCall): WithResponse<unknown>['response'] {
  const { status = 0, headers = {} } = last ?? {};
  return {
    status,
    headers: redact(headers, [], secrets) as Record<string, string>,
    request_id: requestId(headers, secrets),
    attempts,
  };
}
