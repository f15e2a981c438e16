// Generated from specs/planetscale/functions/get_database.yaml by "pnpm generate". Do not edit.
import { execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import {
  checkDetails,
  checkFilled,
  checkShape,
  checkString,
  runRequest,
  segment,
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
  idempotency: 'safe',
  credentials: {
    service_token_id: serviceTokenIdCredential,
    service_token: serviceTokenCredential,
    access_token: accessTokenCredential,
  },
  params: {
    organization: { checks: [checkString, checkFilled], required: true },
    database: { checks: [checkString, checkFilled], required: true },
  },
  steps: [
    {
      api: apiApi,
      method: 'GET',
      path: (value) =>
        `/organizations/${segment(value, 'organization')}/databases/${segment(value, 'database')}`,
      status: [200],
    },
  ],
  run: runRequest,
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

/** Read one database, its state, region and number of branches. */
export function getDatabase(
  account: PlanetScaleAccount,
  args: GetDatabaseArgs,
  options?: CallOptions,
): PendingCall<GetDatabaseResult> {
  return execute(getDatabaseOperation, args, planetscaleAccount(account), options);
}
