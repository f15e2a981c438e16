import type { Account, CallOptions } from './account.js';
import { type Call, completeError } from './call.js';
import { systemClock } from './clock.js';
import { type Deadline, startDeadline } from './deadline.js';
import type { Operation } from './operation.js';
import { prepareAccount } from './prepare-account.js';
import { validateArguments } from './validate-arguments.js';

/**
 * The stages before the first request: validate, policy, credentials. The deadline
 * starts after the policy, which may wait for a person.
 */
export async function startCall(
  operation: Operation,
  given: unknown,
  account: Account,
  options: CallOptions,
): Promise<Call> {
  const call = { operation, account, options, attempts: 0, secrets: [] as readonly string[] };
  try {
    const { name = 'default', policy } = account;
    const args = validateArguments(operation, given, options);
    await policy?.({ operation, account: name, args, given, signal: options.signal });
    account.check?.(account);
    const prepared = prepareAccount(operation, account);
    return Object.assign(call, prepared, { args, deadline: callDeadline(account, options) });
  } catch (error) {
    throw completeError(call, error);
  }
}

export function callDeadline(account: Account, { timeoutMs, signal }: CallOptions): Deadline {
  return startDeadline(timeoutMs ?? account.timeoutMs ?? 30_000, signal, account.clock ?? systemClock);
}
