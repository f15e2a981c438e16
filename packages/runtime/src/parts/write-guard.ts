import type { KosmoError } from '../error.js';
import type { Request, WriteGuard } from '../operation.js';

const changes = ({ method }: Request) => method !== 'GET' && method !== 'HEAD';
const lost = /^(network_error|timeout|cancelled)$/;

/**
 * For every write: an error says that the write may have happened when an earlier
 * request of the call has, or may have, changed something, and when the last one was
 * lost on the way and must not be repeated.
 */
export const writeGuard: WriteGuard = {
  transient: { none: /^never$/, idempotent: /408|429|50[0234]/, keyed: /40[89]|429|50[0234]/ },
  sent(call, request) {
    call.wrote ||= changes(request);
  },
  failed(call, request, error) {
    const { code, outcome, message } = error as KosmoError;
    if (outcome !== 'unknown') return;
    call.wrote ||= changes(request);
    if (call.operation.idempotency !== 'none' || !lost.test(code)) return;
    Object.assign(error, {
      code: code === 'cancelled' ? code : 'outcome_unknown',
      message: `${message}; the write may have happened; read before repeating`,
      retryable: false,
    });
  },
  explain(call, error) {
    const { outcome, retryable } = error as KosmoError;
    if (!call.wrote || outcome === 'done') return;
    const repeatable = call.operation.idempotency !== 'none';
    Object.assign(error, { outcome: 'unknown', retryable: retryable && repeatable });
  },
};
