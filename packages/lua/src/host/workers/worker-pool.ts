import type { Limits } from '../../bridge/limits.js';
import { startWorker, type ScriptWorker } from './script-worker.js';
import { clearSharedMemory, createSharedMemory, type SharedMemory } from '../../bridge/shared-memory.js';

/** Workers that are started once and run one script after the other. */
export interface WorkerPool {
  /** An idle worker, else one that is starting. */
  take(): ScriptWorker;
  /** Keeps a worker for the next script, or ends it when enough are idle. */
  giveBack(worker: ScriptWorker): Promise<void>;
  /** Ends a worker whose script had to be stopped, and starts another in its place, so that the next script need not wait. */
  replace(worker: ScriptWorker): Promise<void>;
  close(): Promise<void>;
}

/** `mostIdle` workers are kept while there is nothing to do: about 10 MB each. */
export function createWorkerPool({
  mostIdle,
  limits,
}: {
  readonly mostIdle: number;
  readonly limits: Limits;
}): WorkerPool {
  const idle: ScriptWorker[] = [];
  const all = new Set<ScriptWorker>();
  // The memory of ended workers is kept for new ones: allocating it anew would leave holes in the memory of the process.
  const unused: SharedMemory[] = [];
  let closed = false;

  function start(): ScriptWorker {
    const worker = startWorker(limits, unused.pop() ?? createSharedMemory(limits.outputBytes));
    all.add(worker);
    return worker;
  }

  async function end(worker: ScriptWorker): Promise<void> {
    await worker.kill();
    // Once only: two workers must never have the same memory.
    if (!all.delete(worker)) return;
    clearSharedMemory(worker.memory);
    unused.push(worker.memory);
  }

  return {
    take: () => idle.pop() ?? start(),
    async giveBack(worker) {
      if (closed || idle.length >= mostIdle) await end(worker);
      else idle.push(worker);
    },
    async replace(worker) {
      await end(worker);
      if (!closed && idle.length < mostIdle) idle.push(start());
    },
    async close() {
      closed = true;
      idle.length = 0;
      await Promise.all([...all].map(end));
    },
  };
}
