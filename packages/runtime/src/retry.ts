import type { Call } from './call.js';
import type { ErrorDetails } from './error.js';

const maxRetries = 2;
const longestWait = 60_000;

/**
 * Milliseconds to wait before the next attempt of a request, or undefined when there
 * is to be none: it cannot help, it could do harm, or there is no time or budget left.
 * `retries` counts those that this request has had.
 */
export function retryDelay(
  call: Call,
  failure: ErrorDetails,
  retries: number,
  bucket: string,
): number | undefined {
  const { clock, deadline, retryBudget } = call;
  const left = Math.min(call.maxRetries ?? maxRetries, maxRetries) - retries;
  if (!failure.retryable || deadline.ended || !(left > 0)) return undefined;
  const throttled = failure.status === 429;
  const backoff = clock.random() * Math.min(20_000, (throttled ? 1000 : 200) * 2 ** retries);
  const asked = failure.retry_after_ms ?? 0;
  const wait = Math.max(backoff, asked);
  if (asked > longestWait || wait >= deadline.remaining()) return undefined;
  return retryBudget.take(bucket, throttled ? 5 : 14) ? wait : undefined;
}
