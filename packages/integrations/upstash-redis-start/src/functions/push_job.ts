// Generated from specs/upstash-redis-start/functions/push_job.yaml by "pnpm generate". Do not edit.
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

export interface PushJobArgs {
  /** Key of the queue. */
  key: string;
  /** Job to add. Often JSON. */
  value: string;
}

export interface PushJobResult {
  /** Key of the queue. */
  key: string;
  /** Number of jobs waiting. */
  length: number;
}

export const pushJobOperation: Operation<PushJobArgs, PushJobResult> = {
  integration,
  name: 'push_job',
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
 * Put a job at the end of a queue. It is never retried. If the outcome is unknown, the job may be in
 * the queue.
 */
export function pushJob(
  account: UpstashRedisStartAccount,
  args: PushJobArgs,
  options?: CallOptions,
): PendingCall<PushJobResult> {
  return execute(pushJobOperation, args, upstashRedisStartAccount(account), options);
}
