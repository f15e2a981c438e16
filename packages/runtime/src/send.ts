import type { BuiltRequest } from './build-request.js';
import { type Call, callError, isRepeatable } from './call.js';
import { fetchTransport } from './fetch-transport.js';
import type { KosmoError } from './error.js';
import type { Reply, Request } from './operation.js';
import { readBody, readErrorBody } from './read-reply.js';
import { isErrorReply, replyError } from './reply-error.js';
import { TransportError, type TransportReply } from './transport.js';

const maxBytes = 16 * 1024 * 1024;

/** Sends one request and returns its decoded reply. Attempts are made here and nowhere else. */
export async function send(call: Call, step: Request, request: BuiltRequest): Promise<Reply> {
  return attempt(call, step, request);
}

async function attempt(call: Call, step: Request, request: BuiltRequest): Promise<Reply> {
  const { signal } = call.deadline;
  if (signal.aborted) throw endedError(call, false);
  call.attempts += 1;
  let raw: TransportReply;
  try {
    const transport = call.account.transport ?? fetchTransport;
    raw = await call.deadline.race(transport.send({ ...request, signal, maxBytes }));
  } catch (error) {
    throw call.deadline.ended ? endedError(call, true) : transportFailure(call, error, request.url);
  }
  const reply = decodeReply(call, step, raw);
  call.last = reply;
  if (!/GET|HEAD/.test(step.method) && call.operation.kind === 'write') call.wrote = true;
  return reply;
}

function decodeReply(call: Call, step: Request, raw: TransportReply): Reply {
  const { status, headers } = raw;
  if (!step.status.includes(status))
    throw replyError(call, { status, headers, body: readErrorBody(raw) }, false);
  if (raw.truncated) {
    const message = `the reply is larger than ${maxBytes / 2 ** 20} MB; ask for less at a time`;
    throw callError(call, { code: 'limit_exceeded', message, status, outcome: 'done' });
  }
  const read = readBody(step, raw, call.secrets);
  if ('problem' in read) {
    throw callError(call, {
      code: 'bad_response',
      message: `the reply ${read.problem}`,
      status,
      outcome: 'done',
    });
  }
  const reply = { status, headers, body: read.body };
  if (isErrorReply(call, reply)) throw replyError(call, reply, true);
  return reply;
}

/** The call's time is over, or its caller is gone. */
function endedError(call: Call, sent: boolean): KosmoError {
  const { ended, milliseconds } = call.deadline;
  const cancelled = ended === 'cancelled';
  const message = cancelled ? 'the call was cancelled' : `no reply within ${milliseconds} ms`;
  if (sent && !isRepeatable(call.operation)) return unknownOutcome(call, message, cancelled);
  const outcome = sent || call.wrote ? 'unknown' : 'not_sent';
  return callError(call, {
    code: cancelled ? 'cancelled' : 'timeout',
    message,
    outcome,
    retryable: !cancelled,
  });
}

function transportFailure(call: Call, error: unknown, url: string): KosmoError {
  const failure = error instanceof TransportError ? error : undefined;
  const message = `${new URL(url).origin} cannot be reached: ${failure?.message ?? 'connection failed'}`;
  if (failure?.notSent) {
    const retryable = !failure.permanent;
    return callError(call, { code: 'network_error', message, outcome: 'not_sent', retryable });
  }
  if (!isRepeatable(call.operation)) return unknownOutcome(call, message, false);
  return callError(call, { code: 'network_error', message, outcome: 'unknown', retryable: true });
}

function unknownOutcome(call: Call, why: string, cancelled: boolean): KosmoError {
  return callError(call, {
    code: cancelled ? 'cancelled' : 'outcome_unknown',
    message: `${why}; the write may have happened; read before repeating`,
    outcome: 'unknown',
  });
}
