/** A clock that tests can put forward. Times are milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** Puts the clock forward by so many milliseconds. Throws RangeError when that is no time span. */
  advance(milliseconds: number): void;
  /** Back to the time that the clock was made from. */
  reset(): void;
}

export function createClock(base: () => number): Clock {
  let ahead = 0;
  return {
    now: () => base() + ahead,
    advance(milliseconds) {
      if (!Number.isFinite(milliseconds) || milliseconds < 0) {
        throw new RangeError('the clock only moves forward: pass a number of milliseconds, 0 or more');
      }
      ahead += milliseconds;
    },
    reset() {
      ahead = 0;
    },
  };
}
