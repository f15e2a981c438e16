import type { Call } from '../../call.js';
import { isKosmoError, KosmoError } from '../../error.js';

/** What a call of several requests has come to, for the error when its time is up. */
export interface Progress {
  /** One more is done. */
  step(): void;
  /** The error to throw instead: a timeout tells how many were done, and that the service has not been silent. */
  explain(error: unknown): unknown;
}

/**
 * Counts what a call has done: pages, or the requests of a function. A deadline that ends a walk after many pages is no
 * silence of the service, and the same call would end in the same way; it is silence when the call has waited for the next
 * page longer than for all others.
 */
export function tellProgress({ deadline: { clock } }: Call, what: 'page' | 'request'): Progress {
  const begun = clock.now();
  let last = begun;
  let done = 0;
  return {
    step() {
      last = clock.now();
      done += 1;
    },
    explain(error) {
      if (!isKosmoError(error) || error.code !== 'timeout' || done === 0) return error;
      const [working, waiting] = [last - begun, clock.now() - last];
      const told = `${done} ${what}${done === 1 ? ' was' : 's were'} ${what === 'page' ? 'read' : 'answered'} in`;
      if (what === 'request' || waiting > working) {
        const message = `${told} ${show(working)}, and then there was no reply for ${show(waiting)}`;
        return new KosmoError({ ...error, message });
      }
      const message = `${told} ${show(working + waiting)}, and there are more; ask for fewer items, or allow more time`;
      return new KosmoError({ ...error, message, outcome: 'done', retryable: false });
    },
  };
}

const show = (milliseconds: number) => `${Math.round(milliseconds)} ms`;
