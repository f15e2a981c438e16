import { MessageChannel, Worker } from 'node:worker_threads';
import type { Sources } from '../../bridge/sources.js';
import { holdHeapLimits } from './hold-heap-limits.js';
import { keepCompiled } from './keep-compiled.js';
import type { Limits } from '../../bridge/limits.js';
import type { Answer, Ended, Printed, Question, Ready, Script, WorkerData } from '../../bridge/messages.js';
import type { SharedMemory } from '../../bridge/shared-memory.js';
import { stayAwake } from './stay-awake.js';

/** Listens to a script's worker. */
export interface ScriptListener {
  /** Must not reject. */
  readonly answer: (question: Question) => Promise<Answer>;
  /** Called when the script has printed something, if it is to tell. */
  readonly printed: () => void;
}

/** A worker thread that runs one script at a time. */
export interface ScriptWorker {
  /** Resolves when Lua is compiled, so that no script's clock runs before. Rejects when that fails. */
  readonly ready: Promise<void>;
  readonly memory: SharedMemory;
  /** Never settles once the worker is killed. Rejects when the thread dies by itself. */
  run(script: Script, listener: ScriptListener): Promise<Ended>;
  /** Ends the thread, wherever it is. */
  kill(): Promise<void>;
}

// From the first worker that was ready: no script has run on one by then.
let sources: Sources | undefined;

/**
 * Starts a worker without environment, arguments or credentials. While it is idle it does not keep the
 * process alive.
 */
export function startWorker(limits: HeapLimits, memory: SharedMemory): ScriptWorker {
  keepCompiled();
  holdHeapLimits();
  const { port1: ours, port2: theirs } = new MessageChannel();
  const workerData: WorkerData = { port: theirs, shared: memory.buffer, sources };
  let killed = false;
  const worker = new Worker(new URL('../../worker/worker.js', import.meta.url), {
    workerData,
    transferList: [theirs],
    env: {},
    argv: [],
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: {
      maxOldGenerationSizeMb: heapMegabytes(limits),
      maxYoungGenerationSizeMb: 16,
      stackSizeMb: 4,
    },
  });

  function reply(answer: Answer): void {
    if (killed) return;
    ours.postMessage(answer);
    Atomics.store(memory.answered, 0, 1);
    Atomics.notify(memory.answered, 0);
    stayAwake();
  }

  /** The next message of the worker, or the reason for which there will be none. */
  function nextMessage<T>(): Promise<T> {
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        act();
      };
      const onMessage = (message: T) => settle(() => resolve(message));
      const onError = (error: Error) => settle(() => reject(error));
      const onExit = () => killed || settle(() => reject(new Error('a worker for Lua scripts ended')));
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    });
  }

  /** Once it is killed somebody waits for its end, and a message that was on its way must not change that. */
  function letProcessEnd(): void {
    if (!killed) worker.unref();
  }

  const ready = nextMessage<Ready>().then((message) => {
    sources = message.sources;
    letProcessEnd();
  });
  // Whoever runs a script on it is told; a spare one may have nobody.
  ready.catch(() => {});
  worker.on('error', () => {});

  return {
    ready,
    memory,
    async run(script, { answer, printed }) {
      worker.ref();
      const listener = (message: Question | Printed) =>
        message.type === 'printed' ? printed() : void answer(message).then(reply);
      ours.on('message', listener);
      worker.postMessage(script);
      try {
        return await nextMessage<Ended>();
      } finally {
        ours.off('message', listener);
        letProcessEnd();
      }
    },
    async kill() {
      killed = true;
      ours.close();
      worker.ref();
      await worker.terminate();
    },
  };
}

type HeapLimits = Pick<Limits, 'argumentBytes' | 'resultBytes'>;

/**
 * Values on their way live in the worker's own heap; some are several times larger there than the limits count. V8 ends
 * the whole process when a heap needs far more than it may have at once, so this is more than scripts can fill.
 */
function heapMegabytes({ argumentBytes, resultBytes }: HeapLimits): number {
  return Math.max(96, Math.ceil((24 * Math.max(argumentBytes, resultBytes)) / 2 ** 20));
}
