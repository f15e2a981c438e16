// Generated from specs/planetscale/functions/create_database.yaml by "pnpm generate". Do not edit.
import { execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import {
  checkEnum,
  checkMinLength,
  checkPattern,
  checkString,
  didYouMean,
  record,
  runRequest,
  segment,
  writeGuard,
} from '@kosmokrator/runtime/parts';
import { get, merge } from '@kosmokrator/runtime/select';
import {
  accessTokenCredential,
  apiApi,
  errors,
  integration,
  planetscaleAccount,
  serviceTokenCredential,
  serviceTokenIdCredential,
  type PlanetscaleOptions,
} from '../integration.js';
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
  idempotency: 'none',
  credentials: {
    service_token_id: serviceTokenIdCredential,
    service_token: serviceTokenCredential,
    access_token: accessTokenCredential,
  },
  params: {
    organization: { checks: [checkString, checkMinLength(1)], required: true },
    name: { checks: [checkString, checkPattern('^[a-z0-9][a-z0-9-]*$')], required: true },
    region: { checks: [checkString] },
    notes: { checks: [checkString] },
    cluster_size: { checks: [checkString] },
    kind: { checks: [checkString, checkEnum('mysql', 'postgresql')] },
  },
  suggest: didYouMean,
  steps: [
    {
      api: apiApi,
      method: 'POST',
      path: (value) => `/organizations/${segment(value, 'organization')}/databases`,
      body: (value) =>
        JSON.stringify(
          record({
            name: value('name'),
            region: value('region'),
            notes: value('notes'),
            cluster_size: value('cluster_size'),
            kind: value('kind'),
          }),
        ),
      status: [201],
    },
  ],
  run: runRequest,
  guard: writeGuard,
  select: (s) => merge(get(s, 'body'), { branches: get(s, 'body', 'branches_count') }),
  errors,
};

/** Create a database in an organization. It takes a while to be ready; read `state` with get_database. */
export function createDatabase(
  account: PlanetscaleOptions,
  args: CreateDatabaseArgs,
  options?: CallOptions,
): PendingCall<CreateDatabaseResult> {
  return execute(createDatabaseOperation, args, planetscaleAccount(account), options);
}
