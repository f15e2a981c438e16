import type { RuntimeClock } from './clock.js';

/** One total deadline of a call, joined with the caller's own signal. */
export interface Deadline {
  /** Aborts when the call is over for either reason. */
  readonly signal: AbortSignal;
  /** Why the call is over; undefined while it is not. */
  readonly ended: 'timeout' | 'cancelled' | undefined;
  readonly milliseconds: number;
  /** Milliseconds left; less than 0 when it is past. */
  remaining(): number;
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
  const at = clock.now() + milliseconds;
  const controller = new AbortController();
  let ended: Deadline['ended'];
  let interrupt: (reason: unknown) => void = () => {};
  const interrupted = new Promise<never>((_, reject) => (interrupt = reject));
  interrupted.catch(() => {});
  const end = (why: 'timeout' | 'cancelled') => {
    ended ??= why;
    controller.abort();
    interrupt(why);
  };
  const cancel = () => end('cancelled');
  const timer = setTimeout(end, Math.min(milliseconds, forever), 'timeout');
  if (caller?.aborted) cancel();
  else caller?.addEventListener('abort', cancel);
  return {
    signal: controller.signal,
    get ended() {
      return ended;
    },
    milliseconds,
    remaining: () => at - clock.now(),
    race: (promise) => Promise.race([promise, interrupted]),
    stop() {
      clearTimeout(timer);
      caller?.removeEventListener('abort', cancel);
    },
  };
}
