import type { RuntimeClock } from './clock.js';
import type { ErrorDetails } from './error.js';

// The longest that timers can wait.
const forever = 2 ** 31 - 1;

/** One total deadline of a call, joined with the caller's own signal. */
export class Deadline {
  #controller: AbortController | undefined;
  readonly #at: number;
  readonly #timer: ReturnType<typeof setTimeout>;
  #interrupt: ((reason: unknown) => void) | undefined;
  #stop: (() => void) | undefined;
  /** Why the call is over, as its error tells; undefined while it is not. */
  ended: ErrorDetails | undefined;

  constructor(
    milliseconds: number,
    readonly caller: AbortSignal | undefined,
    readonly clock: RuntimeClock,
  ) {
    this.#at = clock.now() + milliseconds;
    this.#timer = setTimeout(this.#end, Math.min(milliseconds, forever), {
      code: 'timeout',
      message: `no reply within ${milliseconds} ms`,
      retryable: true,
    });
    if (caller?.aborted) this.#cancel();
    else caller?.addEventListener('abort', this.#cancel);
  }

  /** Aborts when the call is over for either reason. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.ended) this.#controller.abort();
    return this.#controller.signal;
  }

  /** Calls `stop` when the call is over, in place of what it was to call before. */
  onAbort = (stop: () => void): void => {
    this.#stop = stop;
    if (this.ended) stop();
  };

  /** Milliseconds left; less than 0 when it is past. */
  remaining(): number {
    return this.#at - this.clock.now();
  }

  /** Settles as the promise does, or rejects as soon as the call is over. */
  race<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#interrupt = reject;
      promise.then(resolve, reject);
      if (this.ended) reject(this.ended);
    });
  }

  /** Frees the timer and the listener. */
  stop(): void {
    clearTimeout(this.#timer);
    this.caller?.removeEventListener('abort', this.#cancel);
  }

  #end = (why: ErrorDetails): void => {
    this.ended ??= why;
    this.#controller?.abort();
    this.#stop?.();
    this.#interrupt?.(why);
  };

  #cancel = (): void => this.#end({ code: 'cancelled', message: 'the call was cancelled', retryable: false });
}
