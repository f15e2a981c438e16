import type { Account } from './account.js';
import type { RuntimeClock } from './clock.js';
import type { Deadline } from './deadline.js';
import { KosmoError, type ErrorDetails } from './error.js';
import type { Expression, Operation, Reply, Scope } from './operation.js';
import { hideSecrets } from './redact.js';
import type { Access } from './resolve-credentials.js';
import type { RetryBudget } from './retry-budget.js';

/** One running call: what every stage after validation works with. */
export interface Call {
  readonly operation: Operation;
  readonly account: Account;
  /** Validated, defaults included; a page walk moves its position in here. */
  args: Readonly<Record<string, unknown>>;
  /** Present credentials, trimmed. */
  readonly credentials: Readonly<Record<string, string>>;
  /** The same without the secret ones: what expressions may read. */
  readonly openCredentials: Readonly<Record<string, string>>;
  /** By API name, for every API that the function uses. */
  readonly access: Readonly<Record<string, Access>>;
  /** Texts that no message may contain. */
  readonly secrets: readonly string[];
  /** A page walk takes a new one for each page. */
  deadline: Deadline;
  readonly clock: RuntimeClock;
  readonly retryBudget: RetryBudget;
  readonly maxRetries: number | undefined;
  /** Requests sent so far. */
  attempts: number;
  /** An earlier request of this call has, or may have, changed something. */
  wrote: boolean;
  /** The last reply of the service. */
  last?: Reply;
}

export function callError(call: Call, details: ErrorDetails): KosmoError {
  const { operation, account, attempts } = call;
  const outcome = details.outcome ?? (attempts === 0 ? 'not_sent' : 'unknown');
  const partly = call.wrote && outcome !== 'done';
  return new KosmoError({
    integration: operation.integration.name,
    function: operation.name,
    account: account.name ?? 'default',
    attempts,
    ...details,
    message: hideSecrets(details.message, call.secrets),
    outcome: partly ? 'unknown' : outcome,
    retryable: (details.retryable ?? false) && (!partly || isRepeatable(operation)),
  });
}

/** Whether sending the same call twice does no harm. */
export function isRepeatable(operation: Operation): boolean {
  return operation.idempotency !== 'none';
}

/** Runs an expression of the spec; one that fails on what the service sent is `bad_response`. */
export function evaluate(call: Call, expression: Expression, scope: Scope): unknown {
  try {
    return expression(scope) ?? null;
  } catch (error) {
    throw callError(call, {
      code: 'bad_response',
      message: `the reply does not have the expected shape: ${error instanceof Error ? error.message : ''}`,
      outcome: call.attempts === 0 ? 'not_sent' : 'done',
    });
  }
}

/** What an expression can read now, or when this is the last reply. */
export function callScope({ args, openCredentials: credentials, last }: Call, reply = last): Scope {
  if (!reply) return { args, credentials };
  const { status, headers, body } = reply;
  return { args, credentials, status, headers, body };
}
