// Generated from specs/upstash/functions/delete_key.yaml by "pnpm generate". Do not edit.
import { execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import {
  checkDetails,
  checkFilled,
  checkShape,
  checkString,
  hintMatch,
  joinErrors,
  runRequest,
  writeGuard,
} from '@kosmokrator/runtime/parts';
import { get } from '@kosmokrator/runtime/select';
import {
  errors,
  integration,
  redisApi,
  redisTokenCredential,
  redisUrlCredential,
  upstashAccount,
  type UpstashAccount,
} from '../integration.js';

export interface DeleteKeyArgs {
  /** Key to delete. */
  key: string;
}

export interface DeleteKeyResult {
  /** The key that was given. */
  key: string;
  /** Keys removed: 1, or 0 if there was no such key. */
  deleted: number;
}

export const deleteKeyOperation: Operation<DeleteKeyArgs, DeleteKeyResult> = {
  integration,
  name: 'delete_key',
  kind: 'write',
  destructive: true,
  idempotency: 'none',
  credentials: { redis_url: redisUrlCredential, redis_token: redisTokenCredential },
  params: { key: { checks: [checkString, checkFilled], required: true } },
  steps: [
    {
      api: redisApi,
      method: 'POST',
      path: () => '/',
      body: (value) => JSON.stringify(['DEL', value('key')]),
      status: [200],
    },
  ],
  run: runRequest,
  guard: writeGuard,
  select: checkDetails(
    checkShape(
      (scope) => ({ key: get(scope, 'args', 'key'), deleted: get(scope, 'body', 'result') }),
      ['a whole number', 'body', 'result'],
    ),
    ['a whole number', 'body', 'result'],
  ),
  errors: joinErrors(
    {
      hints: [hintMatch('NOPERM', 'Read-only tokens cannot write. Use the standard token of the database.')],
    },
    errors,
  ),
};

/**
 * Delete one key of any type. Returns how many keys were removed. A key that does not exist is not an
 * error.
 */
export function deleteKey(
  account: UpstashAccount,
  args: DeleteKeyArgs,
  options?: CallOptions,
): PendingCall<DeleteKeyResult> {
  return execute(deleteKeyOperation, args, upstashAccount(account), options);
}
