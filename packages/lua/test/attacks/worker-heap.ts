/**
 * Prints how many bytes the heap of a worker for scripts may have, as its V8 says. In place of the worker's own code, each
 * worker runs a line that tells it.
 */
import { syncBuiltinESMExports } from 'node:module';
import threads, { type WorkerOptions } from 'node:worker_threads';

const tell = `require('node:worker_threads').parentPort.postMessage(require('node:v8').getHeapStatistics().heap_size_limit)`;

threads.Worker = class extends threads.Worker {
  constructor(_file: string | URL, options: WorkerOptions) {
    super(tell, { ...options, eval: true });
    this.once('message', (bytes: number) => process.stdout.write(String(bytes), () => process.exit()));
  }
};
syncBuiltinESMExports();

const { createLuaHost } = await import('../../dist/index.js');
void createLuaHost().run('');
