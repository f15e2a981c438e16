// Generated from specs/upstash-redis-start/functions/recall.yaml by "pnpm generate". Do not edit.
import { execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import {
  checkDetails,
  checkFilled,
  checkMaximum,
  checkMinimum,
  checkShape,
  checkString,
  checkType,
  copyJson,
  demand,
  encodeJson,
  list,
  runSteps,
} from '@kosmokrator/runtime/parts';
import { and, at, equal, get, length, project, slice, sum, toNumber, zip } from '@kosmokrator/runtime/select';
import {
  errors,
  integration,
  redisApi,
  redisTokenCredential,
  redisUrlCredential,
  upstashRedisStartAccount,
  type UpstashRedisStartAccount,
} from '../integration.js';

export interface RecallArgs {
  /** Key of the memory. */
  key: string;
  /**
   * How many members to read.
   *
   * Default: 10
   */
  limit?: number | undefined;
}

export interface RecallResult {
  /** Key of the memory. */
  key: string;
  /** What was remembered, highest score first. */
  memories: {
    /** What was remembered. */
    member: string;
    /** Its score. */
    score: number;
  }[];
  /** Number of members returned. */
  count: number;
}

export const recallOperation: Operation<RecallArgs, RecallResult> = {
  integration,
  name: 'recall',
  kind: 'read',
  idempotency: 'safe',
  credentials: { redis_url: redisUrlCredential, redis_token: redisTokenCredential },
  params: {
    key: { checks: [checkString, checkFilled], required: true },
    limit: {
      checks: [checkType('integer'), checkMinimum(1), checkMaximum(1000)],
      copy: copyJson,
      default: 10,
    },
  },
  steps: [
    {
      name: 'main',
      with: { last: (scope) => sum([get(scope, 'args', 'limit'), -1]) },
      api: redisApi,
      method: 'POST',
      path: () => '/',
      body: (value) =>
        encodeJson(demand(list('ZREVRANGE', value('key'), 0, value('last'), 'WITHSCORES'), 'key')),
      status: [200],
    },
  ],
  run: runSteps,
  select: checkDetails(
    checkShape(
      (scope) => ({
        key: get(scope, 'args', 'key'),
        memories: and(
          equal(
            length(slice(get(scope, 'body', 'result'), null, null, 2)),
            length(slice(get(scope, 'body', 'result'), 1, null, 2)),
          ),
          () =>
            project(
              zip(
                slice(get(scope, 'body', 'result'), null, null, 2),
                slice(get(scope, 'body', 'result'), 1, null, 2),
              ),
              (v) => ({ member: at(v, 0), score: toNumber(at(v, 1)) }),
            ),
        ),
        count: length(slice(get(scope, 'body', 'result'), null, null, 2)),
      }),
      ['an array', 'result', 'memories'],
    ),
    ['an array, null or absent', 'body', 'result'],
    ['a string, number, boolean, array or object', 'body', 'result', '[*]'],
    ['an object', 'result', 'memories', '[*]'],
    ['a string', 'result', 'memories', '[*]', 'member'],
    ['a number', 'result', 'memories', '[*]', 'score'],
  ),
  errors,
};

/** Read a ranked memory, highest score first. */
export function recall(
  account: UpstashRedisStartAccount,
  args: RecallArgs,
  options?: CallOptions,
): PendingCall<RecallResult> {
  return execute(recallOperation, args, upstashRedisStartAccount(account), options);
}
