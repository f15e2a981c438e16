/** Decides what may run beside what. */
export interface Gate {
  /** Runs beside other shared work, after the exclusive work that was there before. */
  shared<T>(work: () => Promise<T>): Promise<T>;
  /** Runs alone: after all that was there before, and before all that comes later. */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
}

export function createGate(): Gate {
  let alone: Promise<unknown> = Promise.resolve();
  const together = new Set<Promise<unknown>>();
  return {
    shared(work) {
      const result = alone.then(work);
      const settled = result.then(ignore, ignore).finally(() => together.delete(settled));
      together.add(settled);
      return result;
    },
    exclusive(work) {
      const result = Promise.all([alone, ...together]).then(work);
      alone = result.then(ignore, ignore);
      return result;
    },
  };
}

function ignore(): void {}
