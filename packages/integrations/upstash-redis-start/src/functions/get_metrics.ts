// Generated from specs/upstash-redis-start/functions/get_metrics.yaml by "pnpm generate". Do not edit.
import { execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import {
  checkDetails,
  checkShape,
  checkString,
  checkUuid4,
  runRequest,
  segment,
} from '@kosmokrator/runtime/parts';
import {
  errors,
  integration,
  startApi,
  upstashRedisStartAccount,
  type UpstashRedisStartAccount,
} from '../integration.js';

export interface GetMetricsArgs {
  /** Id from create_database. */
  id: string;
}

export interface GetMetricsResult {
  /** Age of the database. */
  uptime_seconds: number;
  /** When the database expires. */
  expires_at?: string | null;
  /** Page where the user can view and claim the database. */
  console_url: string;
  /** Number of commands. */
  commands_total: number;
  /** Commands a second, over the last minute. */
  commands_per_sec_1m?: number;
  /** Number of keys. */
  keys: number;
  /** Memory in use. */
  memory_bytes?: number;
  /** Bytes received. */
  bytes_in?: number;
  /** Bytes sent. */
  bytes_out?: number;
  [key: string]: unknown;
}

export const getMetricsOperation: Operation<GetMetricsArgs, GetMetricsResult> = {
  integration,
  name: 'get_metrics',
  kind: 'read',
  idempotency: 'safe',
  credentials: {},
  params: { id: { checks: [checkString, checkUuid4], required: true } },
  steps: [
    {
      api: startApi,
      method: 'GET',
      path: (value) => `/start-redis/metrics/${segment(value, 'id')}`,
      status: [200],
    },
  ],
  run: runRequest,
  select: checkDetails(
    checkShape(
      ({ body }) => body,
      ['a whole number', 'body', 'uptime_seconds'],
      ['a string', 'body', 'console_url'],
      ['a whole number', 'body', 'commands_total'],
      ['a whole number', 'body', 'keys'],
    ),
    ['a whole number', 'body', 'uptime_seconds'],
    ['a whole number', 'body', 'commands_total'],
    ['a whole number', 'body', 'keys'],
  ),
  errors,
};

/** Read a database's usage and when it expires. */
export function getMetrics(
  account: UpstashRedisStartAccount,
  args: GetMetricsArgs,
  options?: CallOptions,
): PendingCall<GetMetricsResult> {
  return execute(getMetricsOperation, args, upstashRedisStartAccount(account), options);
}
