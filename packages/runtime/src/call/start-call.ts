import type { Account, CallOptions } from '../account.js';
import type { Call } from '../call.js';
import { systemClock } from '../http/clock.js';
import { type Deadline, startDeadline } from '../http/deadline.js';
import type { Operation, Reply } from '../operation.js';
import { prepareAccount } from '../account/prepare-account.js';
import { validateArguments } from './validate-arguments.js';

/** A call of which nothing has been done yet. */
export type NewCall = Pick<Call, 'operation' | 'account' | 'options' | 'attempts' | 'secrets'> & {
  /** Absent until `startCall` has come to an end. */
  deadline?: Deadline;
  last?: Reply;
};

export function newCall(operation: Operation, account: Account, options: CallOptions = {}): NewCall {
  return { operation, account, options, attempts: 0, secrets: [] };
}

/**
 * The stages before the first request: validate, policy, credentials. The deadline
 * starts after the policy, which may wait for a person.
 */
export async function startCall(call: NewCall, given: unknown): Promise<Call> {
  const { operation, account, options } = call;
  const args = validateArguments(operation, given, options);
  await account.policy?.({
    operation,
    account: account.name ?? 'default',
    args,
    given,
    signal: options.signal,
  });
  account.check?.(account);
  return Object.assign(call, prepareAccount(operation, account), {
    args,
    given,
    deadline: callDeadline(call),
  });
}

export function callDeadline({ account, options }: Pick<Call, 'account' | 'options'>): Deadline {
  const { timeoutMs = account.timeoutMs ?? 30_000, signal } = options;
  return startDeadline(timeoutMs, signal, account.clock ?? systemClock);
}
