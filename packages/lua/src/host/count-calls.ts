import { isKosmoError } from '@kosmokrator/runtime';
import { limitError, type Limits } from '../bridge/limits.js';
import type { ScriptError } from '../bridge/error-text.js';
import type { Answer, FunctionCall } from '../bridge/messages.js';
import { exceededBy } from './result-limit.js';

/** One request for a result: a call that a script made, or one page of a walk. */
export interface CallRecord {
  /** `upstash_get_key`. */
  readonly function: string;
  readonly account: string;
  /** Milliseconds, the wait for an approval included. */
  readonly ms: number;
  readonly ok: boolean;
  /** The error's code, when it failed. */
  readonly code?: string;
}

interface Surroundings {
  readonly limits: Limits;
  /** Each call is added here. */
  readonly calls: CallRecord[];
  /** Ends the script when a limit is passed or the host itself fails. Its signal also ends calls under way. */
  readonly stop: AbortController;
}

/** Does work for a script. The answer to a script that is being killed never comes. */
export interface CallCounter {
  /**
   * A call of a function: recorded, and counted unless it is `prepaid`. `work` takes it back when there was nothing to
   * send.
   */
  call(
    call: FunctionCall,
    work: (takeBack: () => void) => Promise<unknown>,
    options?: { readonly prepaid: boolean },
  ): Promise<Answer>;
  /** Other work of the host that takes a while: counted. */
  count(work: () => Promise<unknown>): Promise<Answer>;
  /** A look at a name: counted when it leads nowhere new, so that a script cannot go on with it for ever. */
  lookUp<T>(work: () => Promise<T>, leadsOn: (value: T) => boolean): Promise<Answer>;
  /** Work that costs next to nothing. */
  settle(work: () => Promise<unknown>): Promise<Answer>;
}

export function createCallCounter({ limits, calls, stop }: Surroundings): CallCounter {
  let counted = 0;

  async function settle(work: () => Promise<unknown>): Promise<Answer> {
    try {
      const value = await work();
      const exceeded = exceededBy(value, limits);
      if (exceeded !== null) stop.abort(limitError(exceeded, limits[exceeded]));
      return stop.signal.aborted ? never() : { ok: true, value };
    } catch (error) {
      if (isKosmoError(error) && !stop.signal.aborted)
        return { ok: false, error: error.toJSON() as unknown as ScriptError };
      // A fault of the host, unless the script is being killed already.
      stop.abort(error);
      return never();
    }
  }

  async function count(work: () => Promise<unknown>): Promise<Answer> {
    counted += 1;
    if (counted > limits.calls) stop.abort(limitError('calls', limits.calls));
    return stop.signal.aborted ? never() : settle(work);
  }

  return {
    settle,
    count,
    async lookUp(work, leadsOn) {
      const answer = await settle(work);
      return answer.ok && leadsOn(answer.value as never) ? answer : count(async () => {}).then(() => answer);
    },
    call(call, work, { prepaid } = { prepaid: false }) {
      const recorded = async () => {
        const started = performance.now();
        const record = { function: call.function, account: call.account ?? 'default' };
        const at = calls.push({ ...record, ms: 0, ok: false, code: 'cancelled' }) - 1;
        const end = (rest: Pick<CallRecord, 'ok' | 'code'>) => {
          calls[at] = { ...record, ms: Math.round(performance.now() - started), ...rest };
        };
        let sent = true;
        const takeBack = () => {
          sent = false;
          counted -= 1;
          calls.splice(at, 1);
        };
        try {
          const value = await work(takeBack);
          if (sent) end({ ok: true });
          return value;
        } catch (error) {
          if (isKosmoError(error)) end({ ok: false, code: error.code });
          throw error;
        }
      };
      return prepaid ? settle(recorded) : count(recorded);
    },
  };
}

function never(): Promise<never> {
  return new Promise(() => {});
}
