// Generated from specs/upstash-redis-start/functions/pop_job.yaml by "pnpm generate". Do not edit.
import { execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import { checkFilled, checkShape, checkString, runRequest, writeGuard } from '@kosmokrator/runtime/parts';
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

export interface PopJobArgs {
  /** Key of the queue. */
  key: string;
}

export interface PopJobResult {
  /** Key of the queue. */
  key: string;
  /** The job; null if the queue is empty. */
  value: string | null;
}

export const popJobOperation: Operation<PopJobArgs, PopJobResult> = {
  integration,
  name: 'pop_job',
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
      body: (value) => JSON.stringify(['RPOP', value('key')]),
      status: [200],
    },
  ],
  run: runRequest,
  guard: writeGuard,
  select: checkShape(
    (scope) => ({ key: get(scope, 'args', 'key'), value: get(scope, 'body', 'result') }),
    ['an object', 'body'],
    ['a string or null', 'body', 'result'],
  ),
  errors,
};

/**
 * Take the oldest job out of a queue. It is never retried. If the outcome is unknown, a job may have
 * been taken and lost. Null if the queue is empty.
 */
export function popJob(
  account: UpstashRedisStartAccount,
  args: PopJobArgs,
  options?: CallOptions,
): PendingCall<PopJobResult> {
  return execute(popJobOperation, args, upstashRedisStartAccount(account), options);
}
