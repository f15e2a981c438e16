import type { RuntimeClock } from '@kosmokrator/runtime';

export interface TestClock extends RuntimeClock {
  /** The waits that were asked for, in order. */
  readonly waits: number[];
}

/** A clock on which waits are over at once, and chance always falls the same. */
export function testClock(chance = 0.5): TestClock {
  const waits: number[] = [];
  let now = 0;
  return {
    waits,
    now: () => now,
    async sleep(milliseconds) {
      waits.push(milliseconds);
      now += milliseconds;
    },
    random: () => chance,
  };
}
