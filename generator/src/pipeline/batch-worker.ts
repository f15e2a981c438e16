import { inspect } from 'node:util';
import { parentPort } from 'node:worker_threads';
import { discoverTargets } from '../targets/discover.js';
import { isAboutDisk } from '../write/output-error.js';
import type { BatchOptions } from './batch.js';
import { generateBatch } from './generate-batch.js';
import type { Reply } from './run-in-workers.js';

/** Runs one batch after the other for the thread that started this one, which holds the lock. */
const targets = await discoverTargets();
parentPort?.on('message', (options: BatchOptions) => {
  const reply = (message: Reply): void => parentPort?.postMessage(message);
  generateBatch(options, targets, () => {}).then(
    (result) => reply({ result }),
    (error: unknown) =>
      // An error loses its class and its fields on the way between threads.
      reply({
        failure: { aboutDisk: isAboutDisk(error), message: messageOf(error), detail: inspect(error) },
      }),
  );
});

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
