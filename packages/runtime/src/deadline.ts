import type { RuntimeClock } from './clock.js';
import type { ErrorDetails } from './error.js';

/** One total deadline of a call, joined with the caller's own signal. */
export interface Deadline {
  /** Why the call is over, as its error tells; undefined while it is not. */
  ended?: ErrorDetails;
  /** Aborts when the call is over for either reason. */
  signal(): AbortSignal;
  /** Calls `stop` when the call is over, in place of what it was to call before. */
  onAbort(stop: () => void): void;
  readonly clock: RuntimeClock;
  /** When it is past, by its clock. */
  readonly at: number;
  /** Settles as the promise does, or rejects as soon as the call is over. */
  race<T>(promise: Promise<T>): Promise<T>;
  /** Frees the timer and the listener. */
  stop(): void;
}

// The longest that timers can wait.
const forever = 2 ** 31 - 1;

export function startDeadline(
  milliseconds: number,
  caller: AbortSignal | undefined,
  clock: RuntimeClock,
): Deadline {
  let controller: AbortController | undefined;
  let interrupt: ((reason: unknown) => void) | undefined;
  let stopRequest: (() => void) | undefined;
  const end = (message: string, code: 'timeout' | 'cancelled') => {
    deadline.ended ??= { code, message, retryable: code === 'timeout' };
    controller?.abort();
    stopRequest?.();
    interrupt?.(deadline.ended);
  };
  const cancel = () => end('the call was cancelled', 'cancelled');
  const timer = setTimeout(
    end,
    Math.min(milliseconds, forever),
    `no reply within ${milliseconds} ms`,
    'timeout',
  );
  const deadline: Deadline = {
    clock,
    at: clock.now() + milliseconds,
    signal() {
      controller ??= new AbortController();
      if (deadline.ended) controller.abort();
      return controller.signal;
    },
    onAbort(stop) {
      stopRequest = stop;
      if (deadline.ended) stop();
    },
    race: (promise) =>
      new Promise((resolve, reject) => {
        interrupt = reject;
        promise.then(resolve, reject);
        if (deadline.ended) reject(deadline.ended);
      }),
    stop() {
      clearTimeout(timer);
      caller?.removeEventListener('abort', cancel);
    },
  };
  if (caller?.aborted) cancel();
  else caller?.addEventListener('abort', cancel);
  return deadline;
}
