import { didYouMean } from '@kosmokrator/runtime';
import type { Host } from '@kosmokrator/host';
import { createAnswerer } from './answer-questions.js';
import type { CallRecord } from './count-calls.js';
import { completeError, type KeptError } from '../bridge/error-text.js';
import { followOutput, type OutputFollower } from './follow-output.js';
import { limitError, type Limits } from '../bridge/limits.js';
import type { RunOptions, ScriptRun } from './script-run.js';
import type { ScriptError } from '../bridge/error-text.js';
import type { Ended } from '../bridge/messages.js';
import { createScriptClock, type ScriptClock } from './script-clock.js';
import type { ScriptWorker } from './workers/script-worker.js';

interface Job {
  readonly worker: ScriptWorker;
  readonly host: Host;
  readonly source: Uint8Array;
  readonly limits: Limits;
  readonly options: RunOptions;
  /** Whether the worker keeps the state for the next script. */
  readonly keepsState: boolean;
  /** Ends the script, with its error as the reason. */
  readonly stop: AbortController;
}

interface Parts {
  readonly clock: ScriptClock;
  readonly calls: CallRecord[];
  readonly follower: OutputFollower | undefined;
}

/** Runs one script, on the main thread's side. `spoiled`: the worker must be killed. */
export async function runOnWorker(job: Job): Promise<{ readonly spoiled: boolean; readonly run: ScriptRun }> {
  const { worker, host, limits, options, stop } = job;
  const { output, peak } = worker.memory;
  const clock = options.clock ?? createScriptClock();
  const calls: CallRecord[] = [];
  output.clear();
  peak[0] = 0;
  const death = stopped(stop.signal);
  const follower = options.onOutput && followOutput(output, host.redactor, options.onOutput);
  try {
    const ended = await Promise.race([runScript(job, { clock, calls, follower }), death]).catch((error) =>
      describeDeath(error, limits),
    );
    follower?.end();
    const usage = {
      ms: Math.round(clock.elapsed()),
      memory: peak[0],
      calls: calls.length,
      outputBytes: output.used,
    };
    const run = { ...outcome(ended, host.redactor), output: output.read(host.redactor), calls, usage };
    return { spoiled: ended.spoiled, run: host.redactor.value(run) };
  } finally {
    clock.stop();
  }
}

async function runScript(
  { worker, host, source, limits, options, keepsState, stop }: Job,
  { clock, calls, follower }: Parts,
): Promise<Ended> {
  await worker.ready;
  const { name = 'script', args } = options;
  clock.start(limits.timeoutMs, () => stop.abort(limitError('timeoutMs', limits.timeoutMs)));
  const answer = createAnswerer({ host, limits, calls, stop });
  const script = { source, name, args, limits, tellsOutput: follower !== undefined, keepsState };
  return worker.run(script, { answer, printed: () => hand(follower, stop) });
}

/** Nobody awaits this: what the program's function throws ends the script, and rejects the promise of its run. */
function hand(follower: OutputFollower | undefined, stop: AbortController): void {
  try {
    follower?.next();
  } catch (error) {
    stop.abort(error instanceof Error ? error : new Error(String(error)));
  }
}

type Killed = Extract<Ended, { ok: false }>;

/** Settles when the script is to be killed: as its error, or as a fault of the host. */
function stopped(signal: AbortSignal): Promise<Killed> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      if (signal.reason instanceof Error) reject(signal.reason);
      else resolve(killedBy(signal.reason as ScriptError));
    };
    if (signal.aborted) settle();
    else signal.addEventListener('abort', settle);
  });
}

function killedBy(error: ScriptError): Killed {
  return { ok: false, error, cut: false, spoiled: true };
}

/** The values that a script hands over live in the worker's own heap until they are sent, and that has a cap too. */
function describeDeath(error: NodeJS.ErrnoException, { memoryBytes }: Limits): Killed {
  if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') throw error;
  const message =
    'the arguments or results of the script need more memory than its worker has (limit: memory)';
  return killedBy({ code: 'limit_exceeded', message, limit: 'memoryBytes', value: memoryBytes });
}

function outcome(ended: Ended, redactor: Host['redactor']): Pick<ScriptRun, 'ok' | 'result' | 'error'> {
  if (ended.ok) return { ok: true, result: ended.result, error: null };
  return { ok: false, result: null, error: completeError(suggestGlobal(ended), redactor) };
}

/** Shorter names are near to too many others. */
const shortestName = 4;

/** Done here, since the worker does not load the runtime. */
function suggestGlobal({ missingGlobal, ...kept }: KeptError): KeptError {
  if (missingGlobal === undefined || missingGlobal.name.length < shortestName) return kept;
  const hint = didYouMean(missingGlobal.name, missingGlobal.known);
  return { ...kept, error: { ...kept.error, message: `${kept.error.message}${hint}` } };
}
