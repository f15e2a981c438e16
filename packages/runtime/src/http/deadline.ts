import type { RuntimeClock } from './clock.js';
import type { ErrorDetails } from '../error.js';
import type { Signal } from '../signal.js';
import type { OnAbort } from '../transport.js';

/** One total deadline of a call, joined with the caller's own signal. */
export interface Deadline {
  /** Why the call is over, as its error tells; undefined while it is not. */
  ended?: ErrorDetails;
  /** At once when the call is over already. */
  readonly onAbort: OnAbort;
  readonly clock: RuntimeClock;
  /** When it is past, by its clock. */
  readonly at: number;
  /** Frees the timer and the listener. */
  stop(): void;
}

// The longest that timers can wait.
const forever = 2 ** 31 - 1;

export function startDeadline(
  milliseconds: number,
  caller: Signal | undefined,
  clock: RuntimeClock,
): Deadline {
  let interrupt: (() => void) | undefined;
  const end = (code: 'timeout' | 'cancelled', message: string) => {
    deadline.ended ??= { code, message, retryable: code === 'timeout' };
    interrupt?.();
  };
  const cancel = () => end('cancelled', 'the call was cancelled');
  const timer = setTimeout(
    end,
    Math.min(milliseconds, forever),
    'timeout',
    `no reply within ${milliseconds} ms`,
  );
  const deadline: Deadline = {
    clock,
    at: clock.now() + milliseconds,
    onAbort(stop) {
      interrupt = stop;
      if (deadline.ended) stop();
    },
    stop() {
      clearTimeout(timer);
      caller?.removeEventListener('abort', cancel);
    },
  };
  caller?.addEventListener('abort', cancel);
  if (caller?.aborted) cancel();
  return deadline;
}
