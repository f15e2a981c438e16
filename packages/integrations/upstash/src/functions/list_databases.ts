// Generated from specs/upstash/functions/list_databases.yaml by "pnpm generate". Do not edit.
import { execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import { checkDetails, checkShape, runRequest } from '@kosmokrator/runtime/parts';
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

export type ListDatabasesArgs = Record<string, never>;

export type ListDatabasesResult = Database[];

export const listDatabasesOperation: Operation<ListDatabasesArgs, ListDatabasesResult> = {
  integration,
  name: 'list_databases',
  kind: 'read',
  idempotency: 'safe',
  credentials: { email: emailCredential, api_key: apiKeyCredential },
  params: {},
  steps: [{ api: platformApi, method: 'GET', path: () => '/redis/databases', status: [200] }],
  run: runRequest,
  select: checkDetails(
    checkShape(({ body }) => body, ['an array', 'body']),
    ['an object', 'body', '[*]'],
    ['a string', 'body', '[*]', 'database_id'],
    ['a string', 'body', '[*]', 'database_name'],
  ),
  errors,
};

/**
 * List the Redis databases of the API key's account or team. Secrets in the reply are shown as
 * `[redacted]`.
 */
export function listDatabases(
  account: UpstashAccount,
  args: ListDatabasesArgs = {},
  options?: CallOptions,
): PendingCall<ListDatabasesResult> {
  return execute(listDatabasesOperation, args, upstashAccount(account), options);
}
