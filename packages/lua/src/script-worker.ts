import { MessageChannel, Worker } from 'node:worker_threads';
import type { Answer, Ended, Question, Script } from './messages.js';

/** A worker thread that runs one script at a time. */
export interface ScriptWorker {
  /** Resolves when Lua is compiled, so that no script's clock runs before. Rejects when that fails. */
  readonly ready: Promise<void>;
  /** Never settles once the worker is killed. Rejects when the thread dies by itself. `answer` must not reject. */
  run(script: Script, answer: (question: Question) => Promise<Answer>): Promise<Ended>;
  /** Ends the thread, wherever it is. */
  kill(): Promise<void>;
}

/**
 * Starts a worker without environment, arguments or credentials. While it is idle it does not keep the
 * process alive.
 */
export function startWorker(): ScriptWorker {
  const { port1: ours, port2: theirs } = new MessageChannel();
  const answered = new SharedArrayBuffer(4);
  const cell = new Int32Array(answered);
  let killed = false;
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
    workerData: { port: theirs, answered },
    transferList: [theirs],
    env: {},
    argv: [],
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
  });

  function reply(answer: Answer): void {
    if (killed) return;
    ours.postMessage(answer);
    Atomics.store(cell, 0, 1);
    Atomics.notify(cell, 0);
  }

  const ready = new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', () => {
      worker.off('error', reject);
      worker.unref();
      resolve();
    });
  });

  return {
    ready,
    run(script, answer) {
      worker.ref();
      const listener = (question: Question) => void answer(question).then(reply);
      ours.on('message', listener);
      worker.postMessage(script);
      return new Promise<Ended>((resolve, reject) => {
        worker.once('error', reject);
        worker.once('message', (ended: Ended) => {
          worker.off('error', reject);
          ours.off('message', listener);
          worker.unref();
          resolve(ended);
        });
      });
    },
    async kill() {
      killed = true;
      ours.close();
      await worker.terminate();
    },
  };
}
