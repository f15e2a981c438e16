import { type Call, callScope } from '../call.js';
import { type ErrorCode, fail } from '../error.js';
import { mark } from '../text/redact.js';
import { requestId } from './request-id.js';
import { retryAfter } from './retry-after.js';
import { truthy } from '../select/logic.js';
import { showReply } from '../text/show-text.js';

const codes: Record<string, ErrorCode> = {
  401: 'auth_failed',
  403: 'auth_failed',
  404: 'not_found',
  409: 'conflict',
  429: 'rate_limited',
};

/** Statuses that a read may answer with another try. `writeGuard` has those for writes. */
const transient = /408|42[59]|50[0234]/;

/** Throws the error that a reply stands for. `accepted`: its status was fine, and only its body says that it failed. */
export function failReply(call: Call, accepted: boolean): never {
  const { secrets, operation } = call;
  const { status, headers } = call.last!;
  const failed = accepted ? '' : String(status);
  const wait = retryAfter(headers);
  const id = requestId(headers, secrets);
  const again = operation.guard?.transient(call) ?? transient;
  fail(codes[failed] ?? 'api_error', errorMessage(call), {
    status,
    // A service may forbid a retry; one that asks for it changes nothing.
    retryable:
      headers['x-should-retry'] !== 'false' &&
      (again.test(failed) || (wait !== undefined && failed === '429')),
    // Only a 3xx or 4xx refuses, but for two: a 303 tells of something that has been done, and a 408 can come from a
    // proxy that has passed the request on. A 202 that the spec does not accept is no refusal either.
    outcome: /303|408|^[^34]/.test(failed) ? 'unknown' : 'refused',
    ...(wait !== undefined && { retry_after_ms: wait }),
    ...(id && { request_id: id }),
  });
}

function errorMessage(call: Call): string {
  const { status, headers } = call.last!;
  // Browsers hide the status of a redirect that they do not follow: 0.
  if (/^[03]/.test(`${status}`)) {
    const { location = '' } = headers;
    // Relative addresses and those of other schemes, such as `file:`, have no origin.
    const isOrigin = /^http/i.test(location) && URL.canParse(location);
    return `redirect not followed${isOrigin ? `: ${new URL(location).origin}` : ''}`;
  }
  const { message, hints } = call.operation.errors;
  const scope = callScope(call);
  const vendor = message
    .map((read) => read(scope))
    .find((found) => typeof found === 'string' && found.trim());
  const told = vendor ? showReply(vendor as string, call.secrets) : `the service answered ${excerpt(call)}`;
  const hint = hints.map((advise) => advise(told, scope)).find(Boolean);
  return hint ? `${told}. ${hint}` : told;
}

/**
 * Throws `bad_response` for a reply that is not what the function reads: says why, and how the reply begins. It need
 * not be the service that has said it, so that nobody knows whether a write has happened.
 */
export function failUnread(call: Call, message: string): never {
  const { operation, last } = call;
  fail('bad_response', truthy(last?.body) ? `${message}: ${excerpt(call)}` : message, {
    ...(last && { status: last.status }),
    outcome: operation.guard ? 'unknown' : 'done',
  });
}

/** What the last reply looks like, for one that says nothing better: its status, its type and how it begins. */
function excerpt({ operation, secrets, confidential, last }: Call): string {
  const { status, headers, body } = last!;
  // What comes later is not shown: each value takes a character at least.
  let left = 300;
  const show = (key: string, value: unknown) => {
    if (operation.integration.redact.includes(key)) return mark;
    return typeof value === 'bigint' ? `${value}` : left-- > 0 ? value : undefined;
  };
  const whole = typeof body === 'string' ? body : JSON.stringify(body, show);
  const text = !confidential && truthy(body) ? whole : '';
  return showReply(`${status} ${headers['content-type'] ?? ''} ${text}`.trim(), secrets, 300);
}
