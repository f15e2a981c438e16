// Generated from specs/upstash/functions/get_database.yaml by "pnpm generate". Do not edit.
import { execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import { checkFilled, checkShape, checkString, runRequest, segment } from '@kosmokrator/runtime/parts';
import {
  apiKeyCredential,
  emailCredential,
  errors,
  integration,
  platformApi,
  upstashAccount,
  type UpstashOptions,
} from '../integration.js';
import type { Database } from '../types.js';

export interface GetDatabaseArgs {
  /** Id of the database, from list_databases. */
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
      api: platformApi,
      method: 'GET',
      path: (value) => `/redis/database/${segment(value, 'id')}?credentials=hide`,
      status: [200],
    },
  ],
  run: runRequest,
  select: checkShape(
    ({ body }) => body,
    ['a string', 'body', 'database_id'],
    ['a string', 'body', 'database_name'],
  ),
  errors,
};

/** Read the settings of one Redis database. Passwords and tokens are never part of the result. */
export function getDatabase(
  account: UpstashOptions,
  args: GetDatabaseArgs,
  options?: CallOptions,
): PendingCall<GetDatabaseResult> {
  return execute(getDatabaseOperation, args, upstashAccount(account), options);
}
