import type { Account, CallOptions } from './account.js';
import { startCall } from './start-call.js';
import type { Operation } from './operation.js';
import { redact } from './redact.js';
import { requestId } from './reply-error.js';
import { runSteps } from './run-steps.js';
import { finishResult, selectResult } from './select-result.js';
import { collectPages, singlePosition } from './walk-pages.js';

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

/**
 * Runs one operation: validate, policy, credentials, request, send, errors, select,
 * redact. Every surface calls this. Rejects with a `KosmoError`.
 */
export async function execute<Args, Result>(
  operation: Operation<Args, Result>,
  args: NoInfer<Args>,
  account: Account,
  options?: CallOptions,
): Promise<Result> {
  return (await run(operation, args, account, options)).result as Result;
}

/** As `execute`, with status, headers, request id and attempts beside the result. */
export async function executeWithResponse<Args, Result>(
  operation: Operation<Args, Result>,
  args: NoInfer<Args>,
  account: Account,
  options?: CallOptions,
): Promise<WithResponse<Result>> {
  const { call, result } = await run(operation, args, account, options);
  const { status = 0, headers: received = {} } = call.last ?? {};
  const request_id = requestId(received, call.secrets);
  const headers = redact(received, [], call.secrets) as Record<string, string>;
  return { result: result as Result, response: { status, headers, request_id, attempts: call.attempts } };
}

async function run(operation: Operation, args: unknown, account: Account, options: CallOptions = {}) {
  const call = await startCall(operation, args, account, options);
  const { paginate } = operation;
  try {
    const scope = paginate?.collect
      ? await collectPages(call, paginate)
      : (await runSteps(call, singlePosition(call, paginate))).scope;
    return { call, result: finishResult(call, selectResult(call, scope)) };
  } finally {
    call.deadline.stop();
  }
}
