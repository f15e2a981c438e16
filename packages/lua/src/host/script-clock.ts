/**
 * Measures how long one script has run, for its time limit. It stands still while a person decides about an approval, since
 * that is not the script's time.
 */
export interface ScriptClock {
  /** Starts it; `onExpired` is called once when it has run for `ms`. */
  start(ms: number, onExpired: () => void): void;
  /** Milliseconds that it has run. */
  elapsed(): number;
  /** Runs `wait` with the clock standing still. */
  during<T>(wait: () => Promise<T>): Promise<T>;
  stop(): void;
}

export function createScriptClock(): ScriptClock {
  let counted = 0;
  let runningSince: number | null = null;
  let waits = 0;
  let timer: NodeJS.Timeout | undefined;
  let limit = Infinity;
  let onExpired = () => {};

  const elapsed = () => counted + (runningSince === null ? 0 : performance.now() - runningSince);

  function run(): void {
    runningSince = performance.now();
    // A timer holds at most 2^31 - 1 ms.
    if (limit < 2 ** 31) timer = setTimeout(() => onExpired(), Math.max(0, limit - counted));
  }

  function pause(): void {
    counted = elapsed();
    runningSince = null;
    clearTimeout(timer);
  }

  return {
    start(ms, expired) {
      limit = ms;
      onExpired = expired;
      run();
    },
    elapsed,
    async during(wait) {
      if (waits === 0 && runningSince !== null) pause();
      waits += 1;
      try {
        return await wait();
      } finally {
        waits -= 1;
        if (waits === 0 && limit !== Infinity) run();
      }
    },
    stop() {
      pause();
      limit = Infinity;
    },
  };
}
