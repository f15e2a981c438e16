import type { OnAbort } from '../transport.js';

/** Time and chance, as retries read them. Tests pass their own. */
export interface RuntimeClock {
  /** Milliseconds since some fixed moment. */
  now(): number;
  /** Resolves after that many milliseconds, or as soon as there is nothing left to wait for. */
  sleep(milliseconds: number, onAbort: OnAbort): Promise<void>;
  /** From 0 up to, but not including, 1. */
  random(): number;
  /** Milliseconds since 1970. Default: `Date.now`. */
  date?(): number;
}

export const systemClock: RuntimeClock = {
  // `performance`, since the user can set the time of `Date` back and forth.
  now: () => performance.now(),
  sleep: (milliseconds, onAbort) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      onAbort(() => resolve(clearTimeout(timer)));
    }),
  random: Math.random,
};
