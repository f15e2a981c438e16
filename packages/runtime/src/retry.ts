import type { Call } from './call.js';
import type { KosmoError } from './error.js';
import { sharedRetryBudget } from './retry-budget.js';

/**
 * Milliseconds to wait before the next attempt of a request, or undefined when there
 * is to be none: it cannot help, it could do harm, or there is no time or budget left.
 * `retries` counts those that this request has had.
 */
export function retryDelay(
  { account, options, clock, deadline }: Call,
  { retryable, status, retry_after_ms: asked = 0 }: KosmoError,
  retries: number,
  bucket: string,
): number | undefined {
  const { retryBudget = sharedRetryBudget, maxRetries = 2 } = account;
  const throttled = status === 429;
  const backoff = clock.random() * Math.min(20_000, (throttled ? 1000 : 200) * 2 ** retries);
  const wait = Math.max(backoff, asked);
  const possible =
    retryable &&
    retries < Math.min(options.maxRetries ?? maxRetries, 2) &&
    asked <= 60_000 &&
    wait < deadline.remaining() &&
    !deadline.signal.aborted;
  return possible && retryBudget.take(bucket, throttled ? 5 : 14) ? wait : undefined;
}
