import { Worker } from 'node:worker_threads';
import type { BatchOptions, BatchResult } from './batch.js';
import { OutputError } from '../write/output-error.js';
import { mapConcurrently } from '../format/map-concurrently.js';

/** What a worker answers to a batch. */
export interface Reply {
  readonly result?: BatchResult;
  readonly failure?: { readonly aboutDisk: boolean; readonly message: string; readonly detail: string };
}

/** Runs batches in `threads` worker threads, each of which takes the next batch when it is done with one. */
export async function runInWorkers(
  batches: readonly BatchOptions[],
  threads: number,
): Promise<BatchResult[]> {
  const workers = Array.from({ length: threads }, () => new Worker(workerUrl));
  const idle = [...workers];
  try {
    return await mapConcurrently(batches, threads, async (batch) => {
      // There are as many workers as batches under way.
      const worker = idle.pop() as Worker;
      const result = await ask(worker, batch);
      idle.push(worker);
      return result;
    });
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

const workerUrl = new URL('./batch-worker.js', import.meta.url);

function ask(worker: Worker, batch: BatchOptions): Promise<BatchResult> {
  return new Promise((resolve, reject) => {
    worker.removeAllListeners();
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`a worker ended with ${code}`)));
    worker.once('message', (reply: Reply) => {
      if (reply.result) resolve(reply.result);
      else reject(toError(reply));
    });
    worker.postMessage(batch);
  });
}

function toError({ failure }: Reply): Error {
  if (!failure) return new Error('a worker gave no answer');
  if (failure.aboutDisk) return new OutputError(failure.message);
  return Object.assign(new Error(failure.message), { stack: failure.detail });
}
