import {
  createHost,
  loadCatalog,
  type AccountResolver,
  type Catalog,
  type Host,
  type HostOptions,
} from '@kosmokrator/host';
import { defaultLimits, limitError, type Limits } from '../bridge/limits.js';
import type { ScriptError } from '../bridge/error-text.js';
import { runOnWorker } from './run-on-worker.js';
import type { RunOptions, ScriptRun } from './script-run.js';
import { createSlots } from './script-slots.js';
import type { ScriptWorker } from './workers/script-worker.js';
import { createWorkerPool } from './workers/worker-pool.js';

export interface LuaHostOptions {
  /** Makes the calls. Its policy and credentials stay on this side; a script sees neither. Default: one of the parts below. */
  readonly host?: Host;
  /** What `app.integrations` holds. Default: all that is installed. */
  readonly integrations?: Catalog;
  /** Finds a named account. Default: the environment, which holds `default` only. */
  readonly accounts?: AccountResolver;
  /** Asked before every call. Default: the user's own, with nobody to ask. */
  readonly policy?: HostOptions['policy'];
  /** Where they differ from the defaults. */
  readonly limits?: Partial<Limits>;
  /** Most scripts that run at the same time, each on a thread of its own; others wait in line. Default: 8. */
  readonly workers?: number;
  /** Most threads that are kept while there is nothing to run, about 10 MB each. Default: 2. */
  readonly idleWorkers?: number;
}

/** Runs Lua scripts in worker threads, each in a fresh Lua state; several at a time. */
export interface LuaHost {
  /**
   * Whatever the script does is in the result. Rejects only for a fault of the host itself. The bytes of a source are
   * those of its strings; text is taken as UTF-8.
   */
  run(source: string | Uint8Array, options?: RunOptions): Promise<ScriptRun>;
  /** Opens a state of its own that lasts from one script to the next, as at a prompt. */
  openSession(): LuaSession;
  /** Ends all workers; scripts under way end as `cancelled`, and so does every later one. */
  close(): Promise<void>;
}

/** A Lua state in which one script follows another, and finds the globals that the last one left. */
export interface LuaSession {
  /**
   * As the host's `run`; the limits are those of each script, and that of memory is of all together. `lostState`: the script
   * had to be stopped, so that the next one begins in a new state. The next script must wait for the last.
   */
  run(
    source: string | Uint8Array,
    options?: RunOptions,
  ): Promise<ScriptRun & { readonly lostState: boolean }>;
  close(): Promise<void>;
}

/** Opens a sandbox in which `app.integrations.*` are the integrations of a host. */
export function createLuaHost(options: LuaHostOptions = {}): LuaHost {
  const { host = hostOf(options), limits: changed, workers = 8, idleWorkers = 2 } = options;
  const limits: Limits = { ...defaultLimits, ...changed };
  const pool = createWorkerPool({ mostIdle: idleWorkers, limits });
  const slots = createSlots(workers);
  const running = new Map<AbortController, Promise<unknown>>();
  let closed = false;

  /** Runs on a worker of a session, or on any that is free. */
  async function runInSlot(
    source: Uint8Array,
    given: RunOptions,
    stop: AbortController,
    session?: ScriptWorker,
  ): Promise<{ readonly spoiled: boolean; readonly run: ScriptRun }> {
    if (!(await slots.take(stop.signal)))
      return { spoiled: false, run: unrun(stop.signal.reason as ScriptError) };
    const worker = session ?? pool.take();
    const keepsState = session !== undefined;
    let spoiled = true;
    try {
      const scriptLimits = { ...limits, timeoutMs: given.timeoutMs ?? limits.timeoutMs };
      const job = { worker, host, source, limits: scriptLimits, options: given, keepsState, stop };
      const done = await runOnWorker(job);
      spoiled = done.spoiled;
      return done;
    } catch (error) {
      throw host.redactor.error(error);
    } finally {
      if (spoiled) await pool.replace(worker);
      else if (!keepsState) await pool.giveBack(worker);
      slots.release();
    }
  }

  async function start(source: string | Uint8Array, given: RunOptions, session?: ScriptWorker) {
    const unstarted = (error: ScriptError) => ({ spoiled: false, run: unrun(error) });
    if (Buffer.byteLength(source) > limits.sourceBytes)
      return unstarted(limitError('sourceBytes', limits.sourceBytes));
    const stop = new AbortController();
    const cancel = () => stop.abort(cancelled);
    if (closed || given.signal?.aborted === true) return unstarted(cancelled);
    given.signal?.addEventListener('abort', cancel);
    const done = runInSlot(bytesOf(source), given, stop, session).finally(() => {
      running.delete(stop);
      given.signal?.removeEventListener('abort', cancel);
    });
    running.set(stop, done);
    return done;
  }

  return {
    run: async (source, given = {}) => (await start(source, given)).run,
    openSession() {
      let worker: ScriptWorker | undefined;
      return {
        async run(source, given = {}) {
          worker ??= pool.take();
          let lostState = true;
          try {
            const { spoiled, run } = await start(source, given, worker);
            lostState = spoiled;
            return { ...run, lostState };
          } finally {
            if (lostState) worker = undefined;
          }
        },
        async close() {
          if (worker) await pool.replace(worker);
          worker = undefined;
        },
      };
    },
    async close() {
      closed = true;
      for (const stop of running.keys()) stop.abort(cancelled);
      await Promise.allSettled(running.values());
      await pool.close();
    },
  };
}

const cancelled: ScriptError = { code: 'cancelled', message: 'the script was cancelled' };

/** Bytes in memory of their own: a message takes along all that a view is part of. */
function bytesOf(source: string | Uint8Array): Uint8Array {
  return typeof source === 'string' ? new TextEncoder().encode(source) : new Uint8Array(source);
}

function hostOf({ integrations = loadCatalog(), accounts, policy }: LuaHostOptions): Host {
  return createHost({ catalog: integrations, ...(accounts && { accounts }), ...(policy && { policy }) });
}

function unrun(error: ScriptError): ScriptRun {
  const usage = { ms: 0, memory: 0, calls: 0, outputBytes: 0 };
  return { ok: false, result: null, output: '', error, calls: [], usage };
}
