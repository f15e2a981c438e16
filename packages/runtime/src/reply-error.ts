import type { Call } from './call.js';
import { type ErrorCode, fail } from './error.js';
import type { Expression, Idempotency, Reply, Scope } from './operation.js';
import { requestId } from './request-id.js';
import { retryAfter } from './retry-after.js';
import { truthy } from './select/truthy.js';
import { showReply } from './show-text.js';

const codes: Record<number, ErrorCode> = {
  401: 'auth_failed',
  403: 'auth_failed',
  404: 'not_found',
  409: 'conflict',
  429: 'rate_limited',
};

/** Statuses that a function may answer with another try. */
const transient: Partial<Record<Idempotency, RegExp>> = {
  safe: /408|42[59]|50[0234]/,
  idempotent: /408|429|50[0234]/,
  keyed: /40[89]|429|50[0234]/,
};

/** Throws the error that a reply stands for. `accepted`: its status was fine, and only its body says that it failed. */
export function failReply(call: Call, scope: Scope & Reply, accepted: boolean): never {
  const { status, headers } = scope;
  const text = String(status);
  const wait = retryAfter(headers);
  const again = transient[call.operation.idempotency]?.test(text) || (status === 429 && wait !== undefined);
  const id = requestId(headers, call.secrets);
  fail((!accepted && codes[status]) || 'api_error', errorMessage(call, scope), {
    status,
    // A service may forbid a retry; one that asks for it changes nothing.
    retryable: again && !accepted && headers['x-should-retry'] !== 'false',
    // A 303 tells of something that has been done; a 408 can come from a proxy that has passed the request on.
    outcome: !accepted && /^5|303|408/.test(text) ? 'unknown' : 'refused',
    ...(wait !== undefined && { retry_after_ms: wait }),
    ...(id && { request_id: id }),
  });
}

function errorMessage(call: Call, scope: Scope & Reply): string {
  const { status, headers, body } = scope;
  // An expression that the body does not suit says nothing.
  const read = (expression: Expression) => {
    try {
      return expression(scope);
    } catch {
      return null;
    }
  };
  // Browsers hide the status of a redirect that they do not follow: 0.
  if (/^[03]/.test(String(status))) {
    const { location = '' } = headers;
    const target = URL.canParse(location) ? new URL(location).origin : 'another address of its own';
    return `the service redirects to ${target}; redirects are not followed`;
  }
  const { message, hints } = call.operation.errors;
  const vendor = message.map(read).find((found) => typeof found === 'string' && found) as string | undefined;
  const told = vendor
    ? showReply(vendor, call.secrets)
    : `the service answered ${excerpt(call, scope, typeof body === 'string' ? body : '')}`;
  const hint = hints.find(({ when }) => truthy(read(when)))?.hint;
  return hint ? `${told}. ${hint}` : told;
}

/** What a reply looks like, for one that says nothing better: its status, its type and how it begins. */
export function excerpt(
  { secrets, confidential }: Call,
  { status, headers }: Omit<Reply, 'body'>,
  text: string,
): string {
  const begin = `${status} ${headers['content-type'] ?? ''}`;
  return showReply((confidential ? begin : `${begin} ${text}`).trim(), secrets, 300);
}
