import { type Call, callScope, evaluate } from './call.js';
import { type ErrorCode, fail } from './error.js';
import type { Reply, Request } from './operation.js';
import { excerpt, failReply } from './reply-error.js';
import { truthy } from './select/truthy.js';
import type { TransportReply } from './transport.js';

/**
 * The decoded reply; an empty body is null. Throws when its status is not accepted, when
 * the spec says that it is an error all the same, and when it cannot be read.
 */
export function readReply(call: Call, { status: expected, format }: Request, raw: TransportReply): Reply {
  const { status } = raw;
  const accepted = expected.includes(status);
  // An error reply that cannot be read still tells of the error.
  const unusable = (code: ErrorCode, rule: string) => {
    if (accepted) fail(code, `the reply is ${rule}`, { status, outcome: 'done' });
  };
  if (raw.truncated) unusable('limit_exceeded', 'larger than 16 MB; ask for less at a time');
  let text = '';
  let body: unknown;
  try {
    // Fatal: no byte is guessed. A byte order mark is dropped.
    body = text = new TextDecoder('utf-8', { fatal: accepted }).decode(raw.body);
    if (!accepted || !format) body = text ? (call.account.parseJson ?? JSON.parse)(text) : null;
  } catch {
    unusable('bad_response', text ? `not JSON: ${excerpt(call, raw, text)}` : 'not valid UTF-8');
  }
  if (accepted && format) body = format.read(text);
  call.last = { status, headers: raw.headers, body };
  const scope = callScope(call);
  if (accepted && !call.operation.errors.when.some((when) => truthy(evaluate(when, scope)))) return call.last;
  return failReply(call, call.last, accepted);
}
