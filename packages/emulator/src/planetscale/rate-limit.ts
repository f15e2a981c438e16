const minuteMs = 60_000;

/** Takes one request of the current minute; false when the minute has none left. */
export type RateLimit = () => boolean;

/** Counts requests in whole minutes from the first one. */
export function createRateLimit(perMinute: number, now: () => number = Date.now): RateLimit {
  let start = -Infinity;
  let used = 0;
  return () => {
    if (now() - start >= minuteMs) {
      start = now();
      used = 0;
    }
    used += 1;
    return used <= perMinute;
  };
}
