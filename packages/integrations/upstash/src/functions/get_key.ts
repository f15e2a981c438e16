// Generated from specs/upstash/functions/get_key.yaml by "pnpm generate". Do not edit.
import { execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import { checkFilled, checkShape, checkString, runRequest } from '@kosmokrator/runtime/parts';
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

export interface GetKeyArgs {
  /** Key to read. */
  key: string;
}

export interface GetKeyResult {
  /** The key that was read. */
  key: string;
  /** Its value; null if there is no such key. */
  value: string | null;
}

export const getKeyOperation: Operation<GetKeyArgs, GetKeyResult> = {
  integration,
  name: 'get_key',
  kind: 'read',
  idempotency: 'safe',
  credentials: { redis_url: redisUrlCredential, redis_token: redisTokenCredential },
  params: { key: { checks: [checkString, checkFilled], required: true } },
  steps: [
    {
      api: redisApi,
      method: 'POST',
      path: () => '/',
      body: (value) => JSON.stringify(['GET', value('key')]),
      status: [200],
    },
  ],
  run: runRequest,
  select: checkShape(
    (scope) => ({ key: get(scope, 'args', 'key'), value: get(scope, 'body', 'result') }),
    ['an object', 'body'],
    ['a string or null', 'body', 'result'],
  ),
  errors,
};

/** Read the value of one key. Null if there is no such key. */
export function getKey(
  account: UpstashAccount,
  args: GetKeyArgs,
  options?: CallOptions,
): PendingCall<GetKeyResult> {
  return execute(getKeyOperation, args, upstashAccount(account), options);
}
