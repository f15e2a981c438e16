import type { ErrorContext } from '../../call.js';
import type { KosmoError } from '../../error.js';
import { keyParam, tellKey } from './key-param.js';
import type { Idempotency, Request, WriteGuard } from '../../operation.js';

const changes = ({ method }: Request) => method !== 'GET' && method !== 'HEAD';
const lost = /^(network_error|timeout|cancelled)$/;
const maybe = '; the write may have happened';

const transient: Partial<Readonly<Record<Idempotency, RegExp>>> = {
  none: /^never$/,
  idempotent: /408|429|50[0234]/,
  keyed: /40[89]|429|50[0234]/,
};

/** Without a key the service cannot tell a repeat from a second call. */
function idempotencyOf({ operation, args = {} }: ErrorContext): Idempotency {
  const { idempotency } = operation;
  const key = idempotency === 'keyed' && keyParam(operation);
  return key && !String(args[key] ?? '').trim() ? 'none' : idempotency;
}

/** The caller gave no key, so that the same arguments make another one: a second call, not a repeat of this one. */
function madeItsKey({ operation, options, given }: ErrorContext): boolean {
  const key = operation.idempotency === 'keyed' && keyParam(operation);
  if (!key || options.idempotencyKey) return false;
  return (given as Record<string, unknown> | undefined)?.[key] == null;
}

/**
 * For every write: an error says that the write may have happened when an earlier
 * request of the call has, or may have, changed something, and when the last one was
 * lost on the way and must not be repeated.
 */
export const writeGuard: WriteGuard = {
  transient: (call) => transient[idempotencyOf(call)],
  sent(call, request) {
    call.wrote ||= changes(request);
  },
  failed(call, request, error) {
    const { code, outcome, message } = error as KosmoError;
    if (outcome !== 'unknown') return;
    call.wrote ||= changes(request);
    if (idempotencyOf(call) !== 'none' || !lost.test(code)) return;
    Object.assign(error, {
      code: code === 'cancelled' ? code : 'outcome_unknown',
      message: `${message}${maybe}; check before you repeat it`,
      retryable: false,
    });
  },
  explain(call, error) {
    const { code, outcome, retryable } = error as KosmoError;
    if (outcome === 'done') return;
    const unread = code === 'bad_response';
    if (!call.wrote) return void (unread && Object.assign(error, { outcome: 'done' }));
    const repeatable = idempotencyOf(call) !== 'none';
    const sameAgain = repeatable && !madeItsKey(call);
    Object.assign(error, { outcome: 'unknown', retryable: retryable && sameAgain });
    if (repeatable) tellKey(call, error as KosmoError);
    if (unread) error.message = `${error.message}${maybe}${repeatable ? '' : '; check before you repeat it'}`;
  },
};
