import { Worker } from 'node:worker_threads';
import { OutputError } from '../../write/output-error.js';
import type { Reusable } from '../formatted/generate-reusing.js';
import { atOnce, type EachOptions } from './each-options.js';
import { mapConcurrently } from './map-concurrently.js';

/** What a worker answers to the name of an integration. */
export interface Reply {
  readonly name: string;
  readonly result?: Reusable;
  readonly failure?: { readonly aboutDisk: boolean; readonly message: string; readonly detail: string };
}

const workerUrl = new URL('./generate-worker.js', import.meta.url);

/** Generates integrations in worker threads, each of which takes the next one when it is done with one. */
export async function generateInWorkers(
  names: readonly string[],
  options: Omit<EachOptions, 'targets'>,
  threads: number,
): Promise<readonly Reusable[]> {
  const workers = Array.from({ length: threads }, () => new Worker(workerUrl, { workerData: options }));
  const free = Array.from({ length: atOnce }, () => workers).flat();
  try {
    return await mapConcurrently(names, free.length, async (name) => {
      // There are as many places as integrations under way.
      const worker = free.pop() as Worker;
      const result = await ask(worker, name);
      free.push(worker);
      return result;
    });
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function ask(worker: Worker, name: string): Promise<Reusable> {
  return new Promise((resolve, reject) => {
    const stop = (end: () => void): void => {
      worker.off('message', answered).off('error', failed).off('exit', ended);
      end();
    };
    const answered = (reply: Reply): void => {
      if (reply.name !== name) return;
      const { result } = reply;
      stop(() => (result ? resolve(result) : reject(toError(reply))));
    };
    const failed = (error: Error): void => stop(() => reject(error));
    const ended = (code: number): void => stop(() => reject(new Error(`a worker ended with ${code}`)));
    worker.on('message', answered).on('error', failed).on('exit', ended);
    worker.postMessage(name);
  });
}

function toError({ failure }: Reply): Error {
  if (!failure) return new Error('a worker did not answer');
  if (failure.aboutDisk) return new OutputError(failure.message);
  return Object.assign(new Error(failure.message), { stack: failure.detail });
}
