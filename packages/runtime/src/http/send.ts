import type { BuiltRequest } from './build-request.js';
import type { Call } from '../call.js';
import { KosmoError, type Outcome } from '../error.js';
import { fetchTransport } from './fetch-transport.js';
import type { Reply, Request } from '../operation.js';
import { readReply } from './read-reply.js';
import { sharedRetryBudget } from './retry-budget.js';
import { isTransportError, type TransportError, type TransportReply } from '../transport.js';

/**
 * Sends one request, again where that does no harm and may help, and returns its
 * decoded reply. No other layer repeats anything.
 */
export async function send(call: Call, request: Request, built: BuiltRequest): Promise<Reply> {
  const { operation, account, options, deadline } = call;
  const { clock } = deadline;
  const { name = 'default', retryBudget = sharedRetryBudget, maxRetries = 2 } = account;
  const bucket = `${operation.integration.name} ${name} ${built.origin}`;
  let outcome: Outcome = 'not_sent';
  for (let retries = 0; ; retries++) {
    try {
      const reply = readReply(call, request, await attempt(call, built, outcome));
      retryBudget.take(bucket, -1);
      operation.guard?.sent(call, request);
      return reply;
    } catch (thrown) {
      const error = thrown as KosmoError;
      operation.guard?.failed(call, request, error);
      const { retryable, status, retry_after_ms: asked = 0 } = error;
      const [base, cost] = status === 429 ? [1000, 5] : [200, 14];
      const wait = Math.max(asked, clock.random() * base! * 2 ** retries);
      const again =
        retryable &&
        retries < 2 &&
        retries < (options.maxRetries ?? maxRetries) &&
        asked <= 60_000 &&
        clock.now() + wait < deadline.at &&
        !deadline.ended &&
        retryBudget.take(bucket, cost!);
      if (!again) throw error;
      outcome = error.outcome;
      await clock.sleep(wait, deadline.onAbort);
    }
  }
}

/** One attempt. `outcome` is what the last one came to. */
function attempt(call: Call, built: BuiltRequest, outcome: Outcome): Promise<TransportReply> {
  const { deadline } = call;
  const { transport = fetchTransport, allowPrivateAddresses, allowLoopbackHttp } = call.account;
  return new Promise((resolve, reject) => {
    const failed = (error: unknown) => {
      const known: Partial<TransportError> = isTransportError(error) ? error : {};
      reject(
        new KosmoError({
          code: 'network_error',
          message: `${built.origin} cannot be reached: ${known.message ?? 'connection lost'}`,
          outcome: known.notSent ? outcome : 'unknown',
          retryable: !known.permanent,
          ...deadline.ended,
        }),
      );
    };
    if (deadline.ended) return failed({ name: 'TransportError', notSent: true });
    // Whatever the transport does, the call ends when it is over.
    const onAbort = (stop: () => void) => deadline.onAbort(() => failed(stop()));
    onAbort(() => {});
    call.attempts++;
    const allowAddresses = allowPrivateAddresses ? 'private' : allowLoopbackHttp ? 'loopback' : 'public';
    // V8 takes ten times as long for `{ ...built, … }`.
    const request = Object.assign({ allowAddresses, onAbort, maxBytes: 2 ** 24 } as const, built);
    (async () => transport.send(request))().then(resolve, failed);
  });
}
