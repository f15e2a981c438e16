import type { Account, CallOptions } from './account.js';
import { type Call, callError } from './call.js';
import { systemClock } from './clock.js';
import { Deadline } from './deadline.js';
import type { Operation } from './operation.js';
import { sharedRetryBudget } from './retry-budget.js';
import { prepareAccount } from './prepare-account.js';
import { resolveAccess } from './resolve-credentials.js';
import { validateArguments } from './validate-arguments.js';

const defaultTimeoutMs = 30_000;

/**
 * The stages before the first request: validate, policy, credentials. The deadline
 * starts after the policy, which may wait for a person.
 */
export async function startCall(
  operation: Operation,
  args: unknown,
  account: Account,
  options: CallOptions,
): Promise<Call> {
  const name = account.name ?? 'default';
  const checked = validateArguments(operation, args, {
    account: name,
    idempotencyKey: options.idempotencyKey,
  });
  await account.policy?.({ operation, account: name, args: checked, given: args, signal: options.signal });
  const { integration, steps } = operation;
  const { credentials, openCredentials, secrets, access } = prepareAccount(integration, account);
  const call: Call = {
    operation,
    account,
    args: checked,
    credentials,
    access,
    openCredentials,
    secrets,
    deadline: callDeadline(account, options),
    clock: account.clock ?? systemClock,
    retryBudget: account.retryBudget ?? sharedRetryBudget,
    maxRetries: options.maxRetries ?? account.maxRetries,
    attempts: 0,
    wrote: false,
  };
  try {
    for (const { api } of steps) {
      access[api] ??= resolveAccess(integration, api, account, credentials, (details) =>
        callError(call, details),
      );
    }
  } catch (error) {
    call.deadline.stop();
    throw error;
  }
  return call;
}

export function callDeadline(account: Account, { timeoutMs, signal }: CallOptions): Deadline {
  const milliseconds = timeoutMs ?? account.timeoutMs ?? defaultTimeoutMs;
  return new Deadline(milliseconds, signal, account.clock ?? systemClock);
}
