/** Places for scripts that run at the same time; who comes later waits in line. */
export interface ScriptSlots {
  /** True with a place, false when `signal` aborts before there is one. */
  take(signal: AbortSignal): Promise<boolean>;
  release(): void;
}

export function createSlots(count: number): ScriptSlots {
  let free = count;
  const line = new Set<() => void>();
  return {
    async take(signal) {
      if (signal.aborted) return false;
      if (free > 0) {
        free -= 1;
        return true;
      }
      return waitInLine(line, signal);
    },
    release() {
      const [next] = line;
      if (next === undefined) free += 1;
      else next();
    },
  };
}

function waitInLine(line: Set<() => void>, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const leave = (hasSlot: boolean) => {
      line.delete(onTurn);
      signal.removeEventListener('abort', onAbort);
      resolve(hasSlot);
    };
    const onTurn = () => leave(true);
    const onAbort = () => leave(false);
    line.add(onTurn);
    signal.addEventListener('abort', onAbort);
  });
}
