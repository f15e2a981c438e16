import type { Host } from '@kosmokrator/runtime/host';
import { createAnswerer, type CallRecord } from './answer-questions.js';
import { limitError, type Limits } from './limits.js';
import type { RunOptions, ScriptRun } from './lua-host.js';
import type { Ended, ScriptError } from './messages.js';
import { OutputBuffer } from './output-buffer.js';
import { createScriptClock } from './script-clock.js';
import type { ScriptWorker } from './script-worker.js';

interface Job {
  readonly worker: ScriptWorker;
  readonly host: Host;
  readonly source: string;
  readonly limits: Limits;
  readonly options: RunOptions;
}

/** Runs one script, on the main thread's side. `spoiled`: the worker must be killed. */
export async function runOnWorker(job: Job): Promise<{ readonly spoiled: boolean; readonly run: ScriptRun }> {
  const { worker, host, source, limits, options } = job;
  const output = OutputBuffer.ofSize(limits.outputBytes);
  const clock = options.clock ?? createScriptClock();
  const calls: CallRecord[] = [];
  const stop = new AbortController();
  const cancel = () => stop.abort({ code: 'cancelled', message: 'the script was cancelled' });

  await worker.ready;
  const { name = 'script', args, signal } = options;
  const script = { source, name, args, limits, output: output.memory };
  const answer = createAnswerer({ host, limits, calls, stop });
  signal?.addEventListener('abort', cancel);
  if (signal?.aborted === true) cancel();
  clock.start(limits.timeoutMs, () => stop.abort(limitError('timeoutMs', limits)));
  try {
    const ended = await Promise.race([worker.run(script, answer), stopped(stop.signal)]).catch(describeDeath);
    const ms = Math.round(clock.elapsed());
    const run = { ...outcome(ended), output: output.read(host.redactor), calls, usage: usage(ended, ms) };
    return { spoiled: ended.spoiled, run: host.redactor.value(run) };
  } finally {
    clock.stop();
    signal?.removeEventListener('abort', cancel);
  }
}

type Killed = { readonly ok: false; readonly error: ScriptError; readonly spoiled: true };

/** Settles when the script is to be killed: as its error, or as a fault of the host. */
function stopped(signal: AbortSignal): Promise<Killed> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      if (signal.reason instanceof Error) reject(signal.reason);
      else resolve({ ok: false, error: signal.reason as ScriptError, spoiled: true });
    };
    if (signal.aborted) settle();
    else signal.addEventListener('abort', settle);
  });
}

/** The values that a script hands over live in the worker's own heap until they are sent, and that has a cap too. */
function describeDeath(error: NodeJS.ErrnoException): Killed {
  if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') throw error;
  const message = 'the script needs more memory than its worker has (limit: memory)';
  return { ok: false, error: { code: 'limit_exceeded', message }, spoiled: true };
}

function outcome(ended: Ended | Killed): Pick<ScriptRun, 'ok' | 'result' | 'error'> {
  return ended.ok
    ? { ok: true, result: ended.result, error: null }
    : { ok: false, result: null, error: ended.error };
}

function usage(ended: Ended | Killed, ms: number): ScriptRun['usage'] {
  return 'memory' in ended ? { ms, memory: ended.memory } : { ms };
}
