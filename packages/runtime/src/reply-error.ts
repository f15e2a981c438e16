import { type Call, callScope, evaluate, isRepeatable } from './call.js';
import type { ErrorCode, ErrorDetails, Outcome } from './error.js';
import { retryAfter } from './retry-after.js';
import { truthy } from './select/truthy.js';
import type { ErrorRules, Expression, Operation, Reply } from './operation.js';
import { showReply } from './show-text.js';

const codes: Record<number, ErrorCode> = {
  401: 'auth_failed',
  403: 'auth_failed',
  404: 'not_found',
  409: 'conflict',
  429: 'rate_limited',
};

/** Statuses that a repeatable function may answer with another try. */
const transient = new Set([408, 500, 502, 503, 504]);

/** Whether a reply with an accepted status is an error all the same. */
export function isErrorReply(call: Call, reply: Reply): boolean {
  const scope = callScope(call, reply);
  return errorRules(call.operation).some(({ when }) => when && truthy(evaluate(call, when, scope)));
}

/** What an error reply stands for. `accepted`: its status was fine, and only its body says that it failed. */
export function replyFailure(call: Call, reply: Reply, accepted: boolean): ErrorDetails {
  const { status, headers } = reply;
  const wait = retryAfter(headers);
  const id = requestId(headers, call.secrets);
  return {
    code: (!accepted && codes[status]) || 'api_error',
    message: isRedirect(status) ? redirectMessage(headers['location']) : errorMessage(call, reply),
    status,
    retryable: !accepted && isRetryable(call.operation, reply, wait),
    outcome: accepted ? 'refused' : outcomeOf(status),
    ...(wait !== undefined && { retry_after_ms: wait }),
    ...(id && { request_id: id }),
  };
}

/** The service's own id of a request, under the names that are in use for it. */
export function requestId(
  headers: Readonly<Record<string, string>>,
  secrets: readonly string[],
): string | undefined {
  const names = ['x-request-id', 'request-id', 'x-amzn-requestid', 'x-correlation-id', 'cf-ray'];
  const id = names.map((name) => headers[name]).find(Boolean);
  return id && showReply(id, secrets, 128);
}

function isRetryable(operation: Operation, { status, headers }: Reply, wait: number | undefined): boolean {
  // A service may forbid a retry; one that asks for it changes nothing.
  if (headers['x-should-retry'] === 'false') return false;
  if (status === 429) return wait !== undefined || isRepeatable(operation);
  if (status === 409) return operation.idempotency === 'keyed';
  if (status === 425) return operation.idempotency === 'safe';
  return transient.has(status) && isRepeatable(operation);
}

// A 303 tells of something that has been done; a 408 can come from a proxy that has passed the request on.
function outcomeOf(status: number): Outcome {
  return status >= 500 || status === 303 || status === 408 ? 'unknown' : 'refused';
}

// Browsers hide the status of a redirect that they do not follow: 0.
function isRedirect(status: number): boolean {
  return status === 0 || (status >= 300 && status < 400);
}

function redirectMessage(location: string | undefined): string {
  const target = location && URL.canParse(location) ? new URL(location).origin : 'another address of its own';
  return `the service redirects to ${target}; redirects are not followed`;
}

/** The rules of the function, then those of the integration. */
function errorRules({ errors, integration }: Operation): ErrorRules[] {
  return [errors, integration.errors].filter((rules) => rules !== undefined);
}

function errorMessage(call: Call, reply: Reply): string {
  const rules = errorRules(call.operation);
  const read = (expression: Expression) => tryRead(expression, callScope(call, reply));
  const vendor = rules
    .map(({ message }) => message && read(message))
    .find((text) => typeof text === 'string' && text);
  const hint = rules.flatMap(({ hints }) => hints ?? []).find(({ when }) => truthy(read(when)))?.hint;
  const message = vendor ? showReply(vendor as string, call.secrets) : plainMessage(call, reply);
  return hint ? `${message}. ${hint}` : message;
}

function plainMessage({ secrets }: Call, { status, headers, body }: Reply): string {
  const type = headers['content-type']?.split(';')[0];
  const text = typeof body === 'string' && body.trim() ? `: ${showReply(body.trim(), secrets, 200)}` : '';
  return `the service answered with status ${status}${type ? ` (${showReply(type, secrets, 80)})` : ''}${text}`;
}

/** An expression that the body does not suit says nothing: the error itself must still be told. */
function tryRead(expression: Expression, scope: Parameters<Expression>[0]): unknown {
  try {
    return expression(scope);
  } catch {
    return null;
  }
}
