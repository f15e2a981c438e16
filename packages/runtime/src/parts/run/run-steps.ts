import { type BuiltRequest, buildRequest, type Position } from '../../http/build-request.js';
import { type Call, callScope } from '../../call.js';
import { evaluate } from '../../http/evaluate.js';
import { fail, isKosmoError } from '../../error.js';
import type { NoReply, Reply, Scope, Step } from '../../operation.js';
import { truthy } from '../../select/logic.js';
import { send } from '../../http/send.js';
import { type Progress, tellProgress } from './tell-progress.js';

/** One pass through a function's requests: what expressions can read afterwards, and the last address asked. */
export interface Pass {
  readonly scope: Scope;
  readonly url: string;
}

/** `run` of a function with several requests. */
export async function runSteps(call: Call): Promise<Scope> {
  const progress = tellProgress(call, 'request');
  try {
    return (await passSteps(call, {}, progress)).scope;
  } catch (error) {
    throw progress.explain(error);
  }
}

const noReply: NoReply = { status: null, headers: {}, body: null };

/** Sends the requests in order. */
export async function passSteps(call: Call, { names, link }: Position, progress?: Progress): Promise<Pass> {
  const { steps } = call.operation;
  const replies: Record<string, Reply | NoReply | null> = {};
  let latest: NoReply | undefined;
  let built: BuiltRequest | undefined;
  for (const [index, step] of steps.entries()) {
    const { name = 'main' } = step;
    const scope = { ...callScope(call), ...latest, steps: replies };
    replies[name] = null;
    if (step.when && !truthy(evaluate(call, step.when, scope))) continue;
    const own = { ...names, ...computeNames(call, step, scope) };
    const { last } = call;
    try {
      built = build(call, step, { names: own, link: index === steps.length - 1 ? link : undefined });
      replies[name] = await send(call, step, built);
      latest = undefined;
      progress?.step();
    } catch (error) {
      if (!step.optional || !isServiceFailure(error)) throw error;
      replies[name] = latest = noReply;
      // What later errors quote, and what the response of the call tells, is a reply that was used.
      if (last) call.last = last;
      else delete call.last;
    }
  }
  return { scope: { ...callScope(call), ...latest, steps: replies }, url: built?.url ?? '' };
}

/** A call that its caller cancels, or gives what cannot be sent, has not failed because of the service. */
function isServiceFailure(error: unknown): boolean {
  return isKosmoError(error) && !/^(cancelled|invalid_argument|missing_credentials)$/.test(error.code);
}

/** A value that the service gave, and that cannot be sent on, is no fault of the caller. */
function build(call: Call, step: Step, position: Position): BuiltRequest {
  try {
    return buildRequest(call, step, position);
  } catch (error) {
    if (!isKosmoError(error) || !Object.hasOwn(position.names!, error.param!)) throw error;
    fail('bad_response', error.message, { outcome: 'done' });
  }
}

/** A null is left out, so that it reads as absent. */
function computeNames(call: Call, step: Step, scope: Scope): Record<string, unknown> {
  const computed = Object.entries(step.with ?? {}).map(
    ([name, expression]) => [name, evaluate(call, expression, scope) ?? undefined] as const,
  );
  return Object.fromEntries(computed);
}
