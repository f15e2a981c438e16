import type { Host } from '@kosmokrator/runtime/host';
import type { CallRecord } from './answer-questions.js';
import { defaultLimits, limitError, type Limits } from './limits.js';
import type { ScriptError } from './messages.js';
import { runOnWorker } from './run-on-worker.js';
import type { ScriptClock } from './script-clock.js';
import { startWorker, type ScriptWorker } from './script-worker.js';

export interface LuaHostOptions {
  /** Makes the calls. Its policy and credentials stay on this side; a script sees neither. */
  readonly host: Host;
  /** Where they differ from the defaults. */
  readonly limits?: Partial<Limits>;
}

export interface RunOptions {
  /** JSON data for the script's global `args`. Default: an empty table. */
  readonly args?: unknown;
  /** The script's name in error positions. Default: `script`. */
  readonly name?: string;
  readonly signal?: AbortSignal;
  /** Instead of the host's limit. */
  readonly timeoutMs?: number;
  /** A clock that the caller stops while it asks a person. */
  readonly clock?: ScriptClock;
}

/** What became of one script. */
export interface ScriptRun {
  readonly ok: boolean;
  /** What the script returned: one value as itself, none as null, several as a list. */
  readonly result: unknown;
  /** What it printed. */
  readonly output: string;
  readonly error: ScriptError | null;
  /** The calls that it made, in order. */
  readonly calls: readonly CallRecord[];
  readonly usage: {
    /** Milliseconds, without the time spent waiting for approvals. */
    readonly ms: number;
    /** Most bytes of Lua memory in use at one time; absent when the script was killed. */
    readonly memory?: number;
  };
}

/** Runs Lua scripts in worker threads, each in a fresh Lua state; several at a time. */
export interface LuaHost {
  /** Whatever the script does is in the result. Rejects only for a fault of the host itself. */
  run(source: string, options?: RunOptions): Promise<ScriptRun>;
  /** Ends all workers; scripts under way end as `cancelled`. */
  close(): Promise<void>;
}

// A worker takes about 10 MB while it waits, and a tenth of a second to start.
const mostIdle = 2;

/** Opens a sandbox in which `app.integrations.*` are the integrations of `host`. */
export function createLuaHost({ host, limits: changed }: LuaHostOptions): LuaHost {
  const limits: Limits = { ...defaultLimits, ...changed };
  const workers = new Set<ScriptWorker>();
  const idle: ScriptWorker[] = [];
  const closing = new AbortController();

  function takeWorker(): ScriptWorker {
    const worker = idle.pop() ?? startWorker();
    workers.add(worker);
    return worker;
  }

  async function discard(worker: ScriptWorker): Promise<void> {
    workers.delete(worker);
    await worker.kill();
  }

  return {
    async run(source, options = {}) {
      if (Buffer.byteLength(source) > limits.sourceBytes) return refuse(limitError('sourceBytes', limits));
      const runLimits = { ...limits, timeoutMs: options.timeoutMs ?? limits.timeoutMs };
      const signal = AbortSignal.any([closing.signal, ...(options.signal ? [options.signal] : [])]);
      const worker = takeWorker();
      let reusable = false;
      try {
        const { spoiled, run } = await runOnWorker({
          worker,
          host,
          source,
          limits: runLimits,
          options: { ...options, signal },
        });
        reusable = !spoiled;
        return run;
      } catch (error) {
        throw host.redactor.error(error);
      } finally {
        if (reusable && idle.length < mostIdle) idle.push(worker);
        else await discard(worker);
      }
    },
    async close() {
      closing.abort();
      idle.length = 0;
      await Promise.all([...workers].map(discard));
    },
  };
}

function refuse(error: ScriptError): ScriptRun {
  return { ok: false, result: null, output: '', error, calls: [], usage: { ms: 0 } };
}
