import { isKosmoError } from '@kosmokrator/runtime';
import type { Host } from '@kosmokrator/runtime/host';
import { limitError, type Limits } from './limits.js';
import type { Answer, FunctionCall, Question, ScriptError } from './messages.js';
import { openIntegration } from './open-integration.js';
import { exceededBy } from './result-limit.js';

/** One call that a script made. */
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
  readonly host: Host;
  readonly limits: Limits;
  /** Each call is added here. */
  readonly calls: CallRecord[];
  /** Ends the script when a limit is passed or the host itself fails. Its signal also ends calls under way. */
  readonly stop: AbortController;
}

/** Answers a worker's questions. The answer to a script that is being killed never comes. */
export function createAnswerer(surroundings: Surroundings): (question: Question) => Promise<Answer> {
  const { host, limits, calls, stop } = surroundings;

  async function answerCall(call: FunctionCall): Promise<Answer> {
    if (calls.length >= limits.calls) stop.abort(limitError('calls', limits.calls));
    if (stop.signal.aborted) return never();
    const started = performance.now();
    const record = { function: call.function, account: call.account ?? 'default' };
    const at = calls.push({ ...record, ms: 0, ok: false, code: 'cancelled' }) - 1;
    const answer = await settle(() => makeCall(call));
    const ms = Math.round(performance.now() - started);
    calls[at] = answer.ok
      ? { ...record, ms, ok: true }
      : { ...record, ms, ok: false, code: answer.error.code };
    const exceeded = answer.ok ? exceededBy(answer.value, limits) : null;
    if (exceeded !== null) stop.abort(limitError(exceeded, limits[exceeded]));
    return stop.signal.aborted ? never() : answer;
  }

  function makeCall(call: FunctionCall): Promise<unknown> {
    const account = call.account === undefined ? {} : { account: call.account };
    return host.call(call.function, call.args, { ...account, signal: stop.signal });
  }

  async function settle(work: () => Promise<unknown>): Promise<Answer> {
    try {
      return { ok: true, value: await work() };
    } catch (error) {
      if (isKosmoError(error)) return { ok: false, error: error.toJSON() as unknown as ScriptError };
      stop.abort(error);
      return never();
    }
  }

  return (question) =>
    question.type === 'call'
      ? answerCall(question.call)
      : settle(() => openIntegration(host, question.namespace));
}

function never(): Promise<never> {
  return new Promise(() => {});
}
