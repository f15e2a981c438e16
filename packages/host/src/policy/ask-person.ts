import type { PolicyRequest, RuntimeClock } from '@kosmokrator/runtime';
import type { Approvals } from './approvals.js';
import { describeCall } from './describe-call.js';

/** A call that a person is asked about. */
export interface Question {
  /** The id of the approval that a yes gives. */
  readonly id: string;
  /** Function, account and arguments in printable characters, on two lines. */
  readonly text: string;
  /** Aborts when the time for an answer is over, or when the caller has gone. */
  readonly signal: AbortSignal;
}

/** Asks a person; true permits this one call. */
export type Ask = (question: Question) => Promise<boolean>;

interface Surroundings {
  readonly approvals: Approvals;
  readonly clock: Pick<RuntimeClock, 'sleep'>;
}

/** Asks about a call and uses up the approval that a yes gives. Ends as soon as the question does, answered or not. */
export async function askPerson(
  call: PolicyRequest,
  ask: Ask,
  { approvals, clock }: Surroundings,
): Promise<'yes' | 'no' | 'late' | 'cancelled'> {
  const caller = call.signal;
  if (caller?.aborted) return 'cancelled';
  const id = approvals.request(call);
  const over = new AbortController();
  const ended = new Promise<false>((resolve) => {
    over.signal.addEventListener('abort', () => resolve(false));
  });
  const end = () => over.abort();
  caller?.addEventListener('abort', end);
  let endWait = () => {};
  void clock.sleep(approvals.ttlMs, (stop) => (endWait = stop)).then(end);
  try {
    const question = { id, text: describeCall(call), signal: over.signal };
    const yes = (await Promise.race([ask(question), ended])) === true;
    if (caller?.aborted) return 'cancelled';
    if (over.signal.aborted) return 'late';
    if (!yes) return 'no';
    return takeApproval(approvals, id, call) ? 'yes' : 'late';
  } finally {
    approvals.refuse(id);
    caller?.removeEventListener('abort', end);
    endWait();
  }
}

/** False when the approval expired while nothing ran: on a computer that was asleep. */
function takeApproval(approvals: Approvals, id: string, call: PolicyRequest): boolean {
  try {
    approvals.grant(id);
  } catch {
    return false;
  }
  return approvals.use(call).ok;
}
