// Generated from specs/planetscale/functions/get_database.yaml by "pnpm generate". Do not edit.
import { accountFromOptions, execute, type CallOptions, type Operation } from '@kosmokrator/runtime';
import { get, merge } from '@kosmokrator/runtime/select';
import { integration, type PlanetscaleOptions } from '../integration.js';
import type { Database } from '../types.js';

export interface GetDatabaseArgs {
  /** Organization name. */
  organization: string;
  /** Database name. */
  database: string;
}

export type GetDatabaseResult = Database;

export const getDatabaseOperation: Operation<GetDatabaseArgs, GetDatabaseResult> = {
  integration,
  name: 'get_database',
  kind: 'read',
  destructive: false,
  idempotency: 'safe',
  params: {
    organization: { schema: { type: 'string', minLength: 1 }, required: true },
    database: { schema: { type: 'string', minLength: 1 }, required: true },
  },
  steps: [
    {
      name: 'main',
      api: 'api',
      method: 'GET',
      path: ['organizations', { $value: 'organization' }, 'databases', { $value: 'database' }],
      status: [200],
    },
  ],
  select: (s) => merge(get(s, 'body'), { branches: get(s, 'body', 'branches_count') }),
};

/** Read one database, its state, region and number of branches. */
export function getDatabase(
  account: PlanetscaleOptions,
  args: GetDatabaseArgs,
  options?: CallOptions,
): Promise<GetDatabaseResult> {
  return execute(getDatabaseOperation, args, accountFromOptions(integration, account), options);
}
