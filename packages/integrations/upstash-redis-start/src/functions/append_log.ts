// Generated from specs/upstash-redis-start/functions/append_log.yaml by "pnpm generate". Do not edit.
import { execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import {
  checkDetails,
  checkFilled,
  checkShape,
  checkString,
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
  upstashRedisStartAccount,
  type UpstashRedisStartAccount,
} from '../integration.js';

export interface AppendLogArgs {
  /** Key of the log. */
  key: string;
  /** Entry to add. Often JSON. */
  value: string;
}

export interface AppendLogResult {
  /** Key of the log. */
  key: string;
  /** Number of entries in the log. */
  length: number;
}

export const appendLogOperation: Operation<AppendLogArgs, AppendLogResult> = {
  integration,
  name: 'append_log',
  kind: 'write',
  idempotency: 'none',
  credentials: { redis_url: redisUrlCredential, redis_token: redisTokenCredential },
  params: {
    key: { checks: [checkString, checkFilled], required: true },
    value: { checks: [checkString], required: true },
  },
  steps: [
    {
      api: redisApi,
      method: 'POST',
      path: () => '/',
      body: (value) => JSON.stringify(['LPUSH', value('key'), value('value')]),
      status: [200],
    },
  ],
  run: runRequest,
  guard: writeGuard,
  select: checkDetails(
    checkShape(
      (scope) => ({ key: get(scope, 'args', 'key'), length: get(scope, 'body', 'result') }),
      ['a whole number', 'body', 'result'],
    ),
    ['a whole number', 'body', 'result'],
  ),
  errors,
};

/**
 * Add an entry to a log. An entry may be a turn of a conversation. If the outcome is unknown, read the
 * log before you repeat the call.
 */
export function appendLog(
  account: UpstashRedisStartAccount,
  args: AppendLogArgs,
  options?: CallOptions,
): PendingCall<AppendLogResult> {
  return execute(appendLogOperation, args, upstashRedisStartAccount(account), options);
}
