import { connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

export interface BlackHole {
  readonly origin: string;
  close(): Promise<void>;
}

/** A thread that listens with a queue of one and then stands still. */
const listener = `
  const { createServer } = require('node:net');
  const { parentPort, workerData } = require('node:worker_threads');
  const server = createServer();
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    setImmediate(() => Atomics.wait(new Int32Array(workerData), 0, 0));
  });`;

/** An address that answers no SYN: its queue of connections is full, and nobody accepts from it. */
export async function blackHole(): Promise<BlackHole> {
  const worker = new Worker(listener, { eval: true, workerData: new SharedArrayBuffer(4) });
  const port = await new Promise<number>((resolve) => worker.once('message', resolve));
  const fillers = Array.from({ length: 4 }, () => connect(port, '127.0.0.1').on('error', () => {}));
  await full(fillers);
  return {
    origin: `http://127.0.0.1:${port}`,
    async close() {
      for (const socket of fillers) socket.destroy();
      await worker.terminate();
    },
  };
}

/** The queue takes one or two; it is full when the others are left hanging. */
async function full(fillers: readonly Socket[]): Promise<void> {
  while (fillers.every(({ connecting }) => connecting)) await setTimeout(10);
  await setTimeout(100);
  if (!fillers.some(({ connecting }) => connecting)) throw new Error('the queue takes every connection');
}
