import { buildRequest } from './build-request.js';
import { type Call, callScope, evaluate } from './call.js';
import { truthy } from './select/truthy.js';
import type { Reply, Scope, Step } from './operation.js';
import { send } from './send.js';

/** Where a page walk stands: values for the templates, or the link that the last step follows. */
export interface Position {
  readonly names?: Readonly<Record<string, unknown>>;
  readonly link?: string | undefined;
}

/** One pass through a function's requests: what expressions can read afterwards, and the last address asked. */
export interface Pass {
  readonly scope: Scope;
  readonly url: string;
}

export async function runSteps(call: Call, { names, link }: Position): Promise<Pass> {
  const steps: Record<string, Reply | null> = {};
  let url = '';
  for (const step of call.operation.steps) {
    const scope = stepsScope(call, steps);
    if (step.when && !truthy(evaluate(call, step.when, scope))) {
      steps[step.name] = null;
      continue;
    }
    const request = buildRequest(
      call,
      step,
      step.with ? { ...names, ...computeNames(call, step.with, scope) } : (names ?? {}),
      step === call.operation.steps.at(-1) ? link : undefined,
    );
    url = request.url;
    steps[step.name] = await send(call, step, request);
  }
  return { scope: stepsScope(call, steps), url };
}

function stepsScope(call: Call, steps: NonNullable<Scope['steps']>): Scope {
  return Object.assign({ steps }, callScope(call));
}

/** A null is left out, so that it reads as absent. */
function computeNames(
  call: Call,
  expressions: NonNullable<Step['with']>,
  scope: Scope,
): Record<string, unknown> {
  const computed = Object.entries(expressions).map(
    ([name, expression]) => [name, evaluate(call, expression, scope) ?? undefined] as const,
  );
  return Object.fromEntries(computed);
}
