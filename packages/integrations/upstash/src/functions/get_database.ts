// Generated from specs/upstash/functions/get_database.yaml by "pnpm generate". Do not edit.
import { accountFromOptions, execute, type CallOptions, type Operation } from '@kosmokrator/runtime';
import { integration, type UpstashOptions } from '../integration.js';
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
  destructive: false,
  idempotency: 'safe',
  params: { id: { schema: { type: 'string', minLength: 1 }, required: true } },
  steps: [
    {
      name: 'main',
      api: 'platform',
      method: 'GET',
      path: ['redis', 'database', { $value: 'id' }],
      query: { credentials: 'hide' },
      status: [200],
    },
  ],
};

/** Read the settings of one Redis database. Passwords and tokens are never part of the result. */
export function getDatabase(
  account: UpstashOptions,
  args: GetDatabaseArgs,
  options?: CallOptions,
): Promise<GetDatabaseResult> {
  return execute(getDatabaseOperation, args, accountFromOptions(integration, account), options);
}
