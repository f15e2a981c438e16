// Generated from specs/upstash-redis-start/functions/remember.yaml by "pnpm generate". Do not edit.
import { execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import {
  checkDetails,
  checkFilled,
  checkShape,
  checkString,
  checkType,
  copyJson,
  encodeJson,
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

export interface RememberArgs {
  /** Key of the memory. */
  key: string;
  /** What to remember. */
  member: string;
  /** Rank, such as a time. */
  score: number;
}

export interface RememberResult {
  /** Key of the memory. */
  key: string;
  /** What was remembered. */
  member: string;
  /** Its score. */
  score: number;
  /** 1 if it is new, 0 if it existed. */
  added: number;
}

export const rememberOperation: Operation<RememberArgs, RememberResult> = {
  integration,
  name: 'remember',
  kind: 'write',
  destructive: true,
  idempotency: 'idempotent',
  credentials: { redis_url: redisUrlCredential, redis_token: redisTokenCredential },
  params: {
    key: { checks: [checkString, checkFilled], required: true },
    member: { checks: [checkString], required: true },
    score: { checks: [checkType('number')], copy: copyJson, required: true },
  },
  steps: [
    {
      api: redisApi,
      method: 'POST',
      path: () => '/',
      body: (value) => encodeJson(['ZADD', value('key'), value('score'), value('member')]),
      status: [200],
    },
  ],
  run: runRequest,
  guard: writeGuard,
  select: checkDetails(
    checkShape(
      (scope) => ({
        key: get(scope, 'args', 'key'),
        member: get(scope, 'args', 'member'),
        score: get(scope, 'args', 'score'),
        added: get(scope, 'body', 'result'),
      }),
      ['a whole number', 'body', 'result'],
    ),
    ['a whole number', 'body', 'result'],
  ),
  errors,
};

/** Keep a member of a ranked memory, with a score. If the member exists, its score is replaced. */
export function remember(
  account: UpstashRedisStartAccount,
  args: RememberArgs,
  options?: CallOptions,
): PendingCall<RememberResult> {
  return execute(rememberOperation, args, upstashRedisStartAccount(account), options);
}
