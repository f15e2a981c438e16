import { type BuiltRequest, buildRequest, type Position } from '../build-request.js';
import { type Call, callScope } from '../call.js';
import { evaluate } from '../evaluate.js';
import { fail, isKosmoError } from '../error.js';
import type { Reply, Scope, Step } from '../operation.js';
import { truthy } from '../select/truthy.js';
import { send } from '../send.js';
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

/** Sends the requests in order. */
export async function passSteps(call: Call, { names, link }: Position, progress?: Progress): Promise<Pass> {
  const { steps } = call.operation;
  const replies: Record<string, Reply | null> = {};
  let built: BuiltRequest | undefined;
  for (const [index, step] of steps.entries()) {
    const { name = 'main' } = step;
    const scope = { ...callScope(call), steps: replies };
    replies[name] = null;
    if (step.when && !truthy(evaluate(call, step.when, scope))) continue;
    const own = { ...names, ...computeNames(call, step, scope) };
    built = build(call, step, { names: own, link: index === steps.length - 1 ? link : undefined });
    replies[name] = await send(call, step, built);
    progress?.step();
  }
  return { scope: { ...callScope(call), steps: replies }, url: built?.url ?? '' };
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
