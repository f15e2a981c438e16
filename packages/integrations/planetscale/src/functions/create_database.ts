// Generated from specs/planetscale/functions/create_database.yaml by "pnpm generate". Do not edit.
import { execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import {
  checkDetails,
  checkEnum,
  checkFilled,
  checkPattern,
  checkShape,
  checkString,
  didYouMean,
  record,
  respell,
  runRequest,
  segment,
  writeGuard,
} from '@kosmokrator/runtime/parts';
import { get, merge, or } from '@kosmokrator/runtime/select';
import {
  accessTokenCredential,
  apiApi,
  errors,
  integration,
  planetscaleAccount,
  serviceTokenCredential,
  serviceTokenIdCredential,
  type PlanetScaleAccount,
} from '../integration.js';
import type { Database } from '../types.js';

export interface CreateDatabaseArgs {
  /** Organization name. */
  organization: string;
  /** Lowercase letters, digits and hyphens. */
  name: string;
  /**
   * Slug or AWS name; the slug is sent. Default: the organization's. `us-east-1` is also accepted for
   * `us-east`, `us-east-2` for `aws-us-east-2`, `us-west-2` for `us-west`, `ca-central-1` for
   * `aws-ca-central-1`, `sa-east-1` for `aws-sa-east-1`, `eu-west-1` for `eu-west`, `eu-west-2` for
   * `aws-eu-west-2`, `eu-central-1` for `eu-central`, `ap-south-1` for `ap-south`, `ap-southeast-1` for
   * `ap-southeast`, `ap-southeast-2` for `aws-ap-southeast-2`, `ap-northeast-1` for `ap-northeast`.
   */
  region?: string | undefined;
  /** Notes. The API may ignore them. */
  notes?: string | undefined;
  /** Such as `PS_10`. Without it, the API chooses or refuses. */
  cluster_size?: string | undefined;
  /** Engine. Default: the API chooses. */
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
    organization: { checks: [checkString, checkFilled], required: true },
    name: { checks: [checkString, checkPattern('^[a-z0-9][a-z0-9-]*$')], required: true },
    region: {
      checks: [checkString],
      copy: respell({
        'us-east-1': 'us-east',
        'us-east-2': 'aws-us-east-2',
        'us-west-2': 'us-west',
        'ca-central-1': 'aws-ca-central-1',
        'sa-east-1': 'aws-sa-east-1',
        'eu-west-1': 'eu-west',
        'eu-west-2': 'aws-eu-west-2',
        'eu-central-1': 'eu-central',
        'ap-south-1': 'ap-south',
        'ap-southeast-1': 'ap-southeast',
        'ap-southeast-2': 'aws-ap-southeast-2',
        'ap-northeast-1': 'ap-northeast',
      }),
    },
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
  select: checkDetails(
    checkShape(
      (scope) =>
        merge(get(scope, 'body'), { branches: or(get(scope, 'body', 'branches_count'), () => null) }),
      ['a string', 'result', 'name'],
      ['a whole number or null', 'result', 'branches'],
    ),
    ['a whole number or null', 'result', 'branches'],
  ),
  errors,
};

/** Create a database in an organization. It takes a while to be ready. Check `state` with get_database. */
export function createDatabase(
  account: PlanetScaleAccount,
  args: CreateDatabaseArgs,
  options?: CallOptions,
): PendingCall<CreateDatabaseResult> {
  return execute(createDatabaseOperation, args, planetscaleAccount(account), options);
}
