import type { Account, CallOptions } from './account.js';
import { completeError, evaluate } from './call.js';
import { finishResult } from './finish-result.js';
import type { Operation } from './operation.js';
import { redact } from './redact.js';
import { requestId } from './request-id.js';
import { startCall } from './start-call.js';

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
  args: NoInfer<Args>,
  account: Account,
  options?: CallOptions,
): PendingCall<Result> {
  const whole = run(operation, args, account, options);
  const result = whole.then((both) => both.result);
  return Object.assign(result, {
    withResponse() {
      // Whoever asks for the whole hears of a failure there.
      result.catch(() => {});
      return whole;
    },
  });
}

async function run<Result>(
  operation: Operation<any, Result>,
  args: unknown,
  account: Account,
  options: CallOptions = {},
): Promise<WithResponse<Result>> {
  const call = await startCall(operation, args, account, options);
  try {
    const scope = await operation.run(call);
    const { select } = operation;
    const { last: { status = 0, headers = {} } = {}, secrets, attempts } = call;
    return {
      result: finishResult(call, select ? evaluate(select, scope) : (scope.items ?? scope.body)) as Result,
      response: {
        status,
        headers: redact(headers, [], secrets) as Record<string, string>,
        request_id: requestId(headers, secrets),
        attempts,
      },
    };
  } catch (error) {
    throw completeError(call, error);
  } finally {
    call.deadline.stop();
  }
}
