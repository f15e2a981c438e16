// Generated from specs/upstash/functions/list_databases.yaml by "pnpm generate". Do not edit.
import { accountFromOptions, execute, type CallOptions, type Operation } from '@kosmokrator/runtime';
import { integration, type UpstashOptions } from '../integration.js';
import type { Database } from '../types.js';

export type ListDatabasesArgs = Record<string, never>;

export type ListDatabasesResult = Database[];

export const listDatabasesOperation: Operation<ListDatabasesArgs, ListDatabasesResult> = {
  integration,
  name: 'list_databases',
  kind: 'read',
  destructive: false,
  idempotency: 'safe',
  params: {},
  steps: [{ name: 'main', api: 'platform', method: 'GET', path: ['redis', 'databases'], status: [200] }],
};

/**
 * List the Redis databases of the account or team that owns the API key. Secrets in the reply are
 * redacted.
 */
export function listDatabases(
  account: UpstashOptions,
  args: ListDatabasesArgs = {},
  options?: CallOptions,
): Promise<ListDatabasesResult> {
  return execute(listDatabasesOperation, args, accountFromOptions(integration, account), options);
}
