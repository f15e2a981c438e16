const minuteMs = 60_000;

/** Takes one request of the current minute: 0, or the milliseconds until the next minute when this one has none left. */
export type RateLimit = () => number;

/** Counts requests in whole minutes from the first one. `now` gives milliseconds. */
export function createRateLimit(perMinute: number, now: () => number = Date.now): RateLimit {
  let start = -Infinity;
  let used = 0;
  return () => {
    if (now() - start >= minuteMs) {
      start = now();
      used = 0;
    }
    used += 1;
    return used <= perMinute ? 0 : start + minuteMs - now();
  };
}
