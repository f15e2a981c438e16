import { inspect } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { isAboutDisk } from '../../write/output-error.js';
import type { EachOptions } from './each-options.js';
import type { Reply } from './generate-in-workers.js';
import { openGenerator } from './generate-here.js';

/** Generates one integration after the other for the thread that started this one, which holds the lock. */
const generateName = await openGenerator(workerData as EachOptions);
parentPort?.on('message', (name: string) => {
  const reply = (message: Reply): void => parentPort?.postMessage(message);
  generateName(name).then(
    (result) => reply({ name, result }),
    (error: unknown) =>
      // An error loses its class and its fields on the way between threads.
      reply({
        name,
        failure: { aboutDisk: isAboutDisk(error), message: messageOf(error), detail: inspect(error) },
      }),
  );
});

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
