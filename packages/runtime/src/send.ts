import type { BuiltRequest } from './build-request.js';
import { type Call, callError, isRepeatable } from './call.js';
import { fetchTransport } from './fetch-transport.js';
import type { ErrorDetails, Outcome } from './error.js';
import type { Reply, Request } from './operation.js';
import { readBody, readErrorBody } from './read-reply.js';
import { isErrorReply, replyFailure } from './reply-error.js';
import { retryDelay } from './retry.js';
import { TransportError, type TransportReply } from './transport.js';

const maxBytes = 16 * 1024 * 1024;

/**
 * Sends one request, again where that does no harm and may help, and returns its
 * decoded reply. No other layer repeats anything.
 */
export async function send(call: Call, step: Request, request: BuiltRequest): Promise<Reply> {
  const { operation, account, clock, deadline } = call;
  const { origin } = call.access[step.api]!;
  const bucket = `${operation.integration.name} ${account.name ?? 'default'} ${origin}`;
  const changes = operation.kind === 'write' && !/GET|HEAD/.test(step.method);
  let before: Outcome = 'not_sent';
  for (let retries = 0; ; retries += 1) {
    const result = await attempt(call, step, request, before);
    if ('body' in result) {
      call.retryBudget.giveBack(bucket);
      call.last = result;
      call.wrote ||= changes;
      return result;
    }
    const wait = retryDelay(call, result, retries, bucket);
    if (wait === undefined) throw callError(call, result);
    before = result.outcome!;
    if (before === 'unknown') call.wrote ||= changes;
    await clock.sleep(wait, deadline.signal);
  }
}

/** The reply, or why there is none. Throws what no other attempt can mend. */
async function attempt(
  call: Call,
  step: Request,
  request: BuiltRequest,
  before: Outcome,
): Promise<Reply | ErrorDetails> {
  const { deadline } = call;
  if (deadline.ended) return ended(call, before);
  call.attempts += 1;
  let raw: TransportReply;
  try {
    const { transport = fetchTransport, allowPrivateAddresses, allowLoopbackHttp } = call.account;
    const allowAddresses = allowPrivateAddresses ? 'private' : allowLoopbackHttp ? 'loopback' : 'public';
    const { method, url, headers, body } = request;
    const { onAbort } = deadline;
    const exchange = { method, url, headers, body, maxBytes, allowAddresses, onAbort } as const;
    const sending =
      transport.exchange?.(exchange) ?? transport.send({ ...exchange, signal: deadline.signal });
    raw = await deadline.race(sending);
  } catch (error) {
    return deadline.ended ? ended(call) : transportFailure(call, error, request.url);
  }
  return decodeReply(call, step, raw);
}

function decodeReply(call: Call, step: Request, raw: TransportReply): Reply | ErrorDetails {
  const { status, headers } = raw;
  if (!step.status.includes(status))
    return replyFailure(call, { status, headers, body: readErrorBody(raw) }, false);
  if (raw.truncated) {
    const message = `the reply is larger than ${maxBytes / 2 ** 20} MB; ask for less at a time`;
    return { code: 'limit_exceeded', message, status, outcome: 'done' };
  }
  const read = readBody(step, raw, call.secrets);
  if ('problem' in read)
    return { code: 'bad_response', message: `the reply ${read.problem}`, status, outcome: 'done' };
  const reply = { status, headers, body: read.body };
  return isErrorReply(call, reply) ? replyFailure(call, reply, true) : reply;
}

/** The call's time is over, or its caller is gone. `before`: it ended between attempts, and what the last one came to. */
function ended(call: Call, before?: Outcome): ErrorDetails {
  const { ended: why, milliseconds } = call.deadline;
  const cancelled = why === 'cancelled';
  const message = cancelled ? 'the call was cancelled' : `no reply within ${milliseconds} ms`;
  if (!before && !isRepeatable(call.operation)) return unknownOutcome(message, cancelled);
  const code = cancelled ? 'cancelled' : 'timeout';
  return { code, message, outcome: before ?? 'unknown', retryable: !cancelled };
}

function transportFailure(call: Call, error: unknown, url: string): ErrorDetails {
  const failure = error instanceof TransportError ? error : undefined;
  const message = `${new URL(url).origin} cannot be reached: ${failure?.message ?? 'connection failed'}`;
  if (failure?.notSent)
    return { code: 'network_error', message, outcome: 'not_sent', retryable: !failure.permanent };
  if (!isRepeatable(call.operation)) return unknownOutcome(message, false);
  return { code: 'network_error', message, outcome: 'unknown', retryable: !failure?.permanent };
}

function unknownOutcome(why: string, cancelled: boolean): ErrorDetails {
  return {
    code: cancelled ? 'cancelled' : 'outcome_unknown',
    message: `${why}; the write may have happened; read before repeating`,
    outcome: 'unknown',
  };
}
