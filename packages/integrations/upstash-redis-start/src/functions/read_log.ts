// Generated from specs/upstash-redis-start/functions/read_log.yaml by "pnpm generate". Do not edit.
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
import { get, length, sum } from '@kosmokrator/runtime/select';
import {
  errors,
  integration,
  redisApi,
  redisTokenCredential,
  redisUrlCredential,
  upstashRedisStartAccount,
  type UpstashRedisStartAccount,
} from '../integration.js';

export interface ReadLogArgs {
  /** Key of the log. */
  key: string;
  /**
   * How many entries to read.
   *
   * Default: 20
   */
  limit?: number | undefined;
}

export interface ReadLogResult {
  /** Key of the log. */
  key: string;
  /** Entries, newest first. */
  entries: string[];
  /** Number of entries returned. */
  count: number;
}

export const readLogOperation: Operation<ReadLogArgs, ReadLogResult> = {
  integration,
  name: 'read_log',
  kind: 'read',
  idempotency: 'safe',
  credentials: { redis_url: redisUrlCredential, redis_token: redisTokenCredential },
  params: {
    key: { checks: [checkString, checkFilled], required: true },
    limit: {
      checks: [checkType('integer'), checkMinimum(1), checkMaximum(1000)],
      copy: copyJson,
      default: 20,
    },
  },
  steps: [
    {
      name: 'main',
      with: { last: (scope) => sum([get(scope, 'args', 'limit'), -1]) },
      api: redisApi,
      method: 'POST',
      path: () => '/',
      body: (value) => encodeJson(demand(list('LRANGE', value('key'), 0, value('last')), 'key')),
      status: [200],
    },
  ],
  run: runSteps,
  select: checkDetails(
    checkShape(
      (scope) => ({
        key: get(scope, 'args', 'key'),
        entries: get(scope, 'body', 'result'),
        count: length(get(scope, 'body', 'result')),
      }),
      ['an array', 'body', 'result'],
    ),
    ['a string', 'body', 'result', '[*]'],
  ),
  errors,
};

/** Read a log, newest entries first. */
export function readLog(
  account: UpstashRedisStartAccount,
  args: ReadLogArgs,
  options?: CallOptions,
): PendingCall<ReadLogResult> {
  return execute(readLogOperation, args, upstashRedisStartAccount(account), options);
}
