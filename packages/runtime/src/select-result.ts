import { type Call, callError, evaluate } from './call.js';
import type { Scope } from './operation.js';
import { redact } from './redact.js';

/** What the call returns, before redaction: what `select` gives, else the collected items, else the last body. */
export function selectResult(call: Call, scope: Scope): unknown {
  const { select } = call.operation;
  return select ? evaluate(call, select, scope) : (scope.items ?? scope.body ?? null);
}

/** A result as it leaves the runtime: the spec's secret fields hidden, and the call's own credentials. */
export function finishResult(call: Call, result: unknown): unknown {
  try {
    // A shorter one is no real credential, and may be a part of any text.
    const secrets = call.secrets.filter((form) => form.length > 7);
    return redact(result, call.operation.integration.redact, secrets);
  } catch (error) {
    throw callError(call, {
      code: 'bad_response',
      message: `the reply is ${(error as Error).message}`,
      outcome: 'done',
    });
  }
}
