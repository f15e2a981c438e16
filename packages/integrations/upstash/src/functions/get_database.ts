// Generated from specs/upstash/functions/get_database.yaml by "pnpm generate". Do not edit.
import { execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import { checkFilled, checkShape, checkString, runSteps, segment } from '@kosmokrator/runtime/parts';
import { and, at, equal, get, merge, or, type } from '@kosmokrator/runtime/select';
import {
  apiKeyCredential,
  emailCredential,
  errors,
  integration,
  platformApi,
  upstashAccount,
  type UpstashAccount,
} from '../integration.js';
import type { Database } from '../types.js';

export interface GetDatabaseArgs {
  /** Id from list_databases. */
  id: string;
}

export type GetDatabaseResult = Database;

export const getDatabaseOperation: Operation<GetDatabaseArgs, GetDatabaseResult> = {
  integration,
  name: 'get_database',
  kind: 'read',
  idempotency: 'safe',
  credentials: { email: emailCredential, api_key: apiKeyCredential },
  params: { id: { checks: [checkString, checkFilled], required: true } },
  steps: [
    {
      name: 'database',
      api: platformApi,
      method: 'GET',
      path: (value) => `/redis/database/${segment(value, 'id')}?credentials=hide`,
      status: [200],
    },
    {
      name: 'stats',
      optional: true,
      api: platformApi,
      method: 'GET',
      path: (value) => `/redis/stats/${segment(value, 'id')}`,
      status: [200],
    },
  ],
  run: runSteps,
  select: checkShape(
    (scope) =>
      merge(get(scope, 'steps', 'database', 'body'), {
        usage: or(
          and(equal(type(get(scope, 'steps', 'stats', 'body')), 'object'), () => ({
            commands: get(scope, 'steps', 'stats', 'body', 'total_monthly_requests'),
            keys: get(at(get(scope, 'steps', 'stats', 'body', 'keyspace'), -1), 'y'),
            storage: get(scope, 'steps', 'stats', 'body', 'current_storage'),
            bandwidth: get(scope, 'steps', 'stats', 'body', 'total_monthly_bandwidth'),
          })),
          () => null,
        ),
      }),
    ['a string', 'result', 'database_id'],
    ['a string', 'result', 'database_name'],
  ),
  errors,
};

/** Read settings and usage of one Redis database. Passwords and tokens are never part of the result. */
export function getDatabase(
  account: UpstashAccount,
  args: GetDatabaseArgs,
  options?: CallOptions,
): PendingCall<GetDatabaseResult> {
  return execute(getDatabaseOperation, args, upstashAccount(account), options);
}
