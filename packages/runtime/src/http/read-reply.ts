import { type Call, callScope } from '../call.js';
import { evaluate } from './evaluate.js';
import { fail } from '../error.js';
import type { Reply, Request } from '../operation.js';
import { failReply, failUnread } from './reply-error.js';
import { truthy } from '../select/logic.js';
import type { TransportReply } from '../transport.js';

/**
 * The decoded reply; an empty body is null. Throws when its status is not accepted, when
 * the spec says that it is an error all the same, and when it cannot be read. An accepted
 * error status is an answer whatever its body says.
 */
export function readReply(call: Call, { status: expected, format }: Request, raw: TransportReply): Reply {
  const { status, headers } = raw;
  const accepted = expected.includes(status);
  const judged = accepted && status < 400;
  const reply = { status, headers, body: null as unknown };
  let text = '';
  call.last = reply;
  if (accepted && raw.truncated)
    fail('limit_exceeded', 'the reply is larger than 16 MB; ask for less', {
      status,
      outcome: 'done',
    });
  try {
    // Fatal: no byte is guessed. A byte order mark is dropped.
    text = new TextDecoder('utf-8', { fatal: judged }).decode(raw.body);
    reply.body = text || null;
    if (text && !(accepted && format)) reply.body = (call.account.parseJson ?? JSON.parse)(text);
  } catch {
    // An error reply that cannot be read still tells of the error.
    if (judged && text) failUnread(call, 'the reply is not JSON');
    if (judged) fail('bad_response', 'the reply is not valid UTF-8', { status, outcome: 'done' });
  }
  if (accepted && format) reply.body = format.read(text);
  if (
    !accepted ||
    (judged && call.operation.errors.when.some((when) => truthy(evaluate(call, when, callScope(call)))))
  )
    failReply(call, accepted);
  return reply;
}
