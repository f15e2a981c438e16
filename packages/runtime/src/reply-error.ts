import { type Call, callScope } from './call.js';
import { type ErrorCode, fail } from './error.js';
import type { Reply } from './operation.js';
import { requestId } from './request-id.js';
import { retryAfter } from './retry-after.js';
import { showReply } from './show-text.js';

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
export function failReply(call: Call, reply: Reply, accepted: boolean): never {
  const { secrets, operation } = call;
  const { status, headers } = reply;
  const failed = accepted ? '' : String(status);
  const wait = retryAfter(headers);
  const id = requestId(headers, secrets);
  const again = operation.guard?.transient[operation.idempotency] ?? transient;
  fail(codes[failed] ?? 'api_error', errorMessage(call, reply), {
    status,
    // A service may forbid a retry; one that asks for it changes nothing.
    retryable:
      (again.test(failed) || (failed === '429' && wait !== undefined)) &&
      headers['x-should-retry'] !== 'false',
    // A 303 tells of something that has been done; a 408 can come from a proxy that has passed the request on.
    outcome: /^5|303|408/.test(failed) ? 'unknown' : 'refused',
    ...(wait !== undefined && { retry_after_ms: wait }),
    ...(id && { request_id: id }),
  });
}

function errorMessage(call: Call, reply: Reply): string {
  const { status, headers, body } = reply;
  // Browsers hide the status of a redirect that they do not follow: 0.
  if (/^[03]/.test(String(status))) {
    const { location = '' } = headers;
    const target = URL.canParse(location) ? new URL(location).origin : 'another address of its own';
    return `the service redirects to ${target}; redirects are not followed`;
  }
  const { message, hints } = call.operation.errors;
  const scope = callScope(call);
  const vendor = message.map((read) => read(scope)).find((found) => typeof found === 'string' && found);
  const told = vendor
    ? showReply(vendor as string, call.secrets)
    : `the service answered ${excerpt(call, reply, typeof body === 'string' ? body : '')}`;
  const hint = hints.map((advise) => advise(told, scope)).find(Boolean);
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
