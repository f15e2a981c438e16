// Generated from specs/planetscale/functions/create_database.yaml by "pnpm generate". Do not edit.
import { accountFromOptions, execute, type CallOptions, type Operation } from '@kosmokrator/runtime';
import { get, merge } from '@kosmokrator/runtime/select';
import { integration, type PlanetscaleOptions } from '../integration.js';
import type { Database } from '../types.js';

export interface CreateDatabaseArgs {
  /** Organization name. */
  organization: string;
  /** Name of the new database: lowercase letters, digits and hyphens. */
  name: string;
  /**
   * Slug of a PlanetScale region, such as `us-east` (not `us-east-1`). Default: the organization's
   * region.
   */
  region?: string | undefined;
  /** Notes about the database. Passed on as given; the API may ignore them. */
  notes?: string | undefined;
  /** Size of the cluster, such as `PS_10`. Passed on as given; when absent, the API chooses or refuses. */
  cluster_size?: string | undefined;
  /** Engine. Default: the API's choice. */
  kind?: 'mysql' | 'postgresql' | undefined;
}

export type CreateDatabaseResult = Database;

export const createDatabaseOperation: Operation<CreateDatabaseArgs, CreateDatabaseResult> = {
  integration,
  name: 'create_database',
  kind: 'write',
  destructive: false,
  idempotency: 'none',
  params: {
    organization: { schema: { type: 'string', minLength: 1 }, required: true },
    name: { schema: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]*$' }, required: true },
    region: { schema: { type: 'string' } },
    notes: { schema: { type: 'string' } },
    cluster_size: { schema: { type: 'string' } },
    kind: { schema: { type: 'string', enum: ['mysql', 'postgresql'] } },
  },
  steps: [
    {
      name: 'main',
      api: 'api',
      method: 'POST',
      path: ['organizations', { $value: 'organization' }, 'databases'],
      body: {
        name: { $value: 'name' },
        region: { $value: 'region' },
        notes: { $value: 'notes' },
        cluster_size: { $value: 'cluster_size' },
        kind: { $value: 'kind' },
      },
      status: [201],
    },
  ],
  select: (s) => merge(get(s, 'body'), { branches: get(s, 'body', 'branches_count') }),
};

/** Create a database in an organization. It takes a while to be ready; read `state` with get_database. */
export function createDatabase(
  account: PlanetscaleOptions,
  args: CreateDatabaseArgs,
  options?: CallOptions,
): Promise<CreateDatabaseResult> {
  return execute(createDatabaseOperation, args, accountFromOptions(integration, account), options);
}
