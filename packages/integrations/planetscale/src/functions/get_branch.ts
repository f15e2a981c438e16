// Generated from specs/planetscale/functions/get_branch.yaml by "pnpm generate". Do not edit.
import { execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import { checkFilled, checkShape, checkString, runRequest, segment } from '@kosmokrator/runtime/parts';
import { and, equal, get, merge, or } from '@kosmokrator/runtime/select';
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
import type { Branch } from '../types.js';

export interface GetBranchArgs {
  /** Organization name. */
  organization: string;
  /** Database name. */
  database: string;
  /** Branch name. */
  branch: string;
}

export type GetBranchResult = Branch;

export const getBranchOperation: Operation<GetBranchArgs, GetBranchResult> = {
  integration,
  name: 'get_branch',
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
    branch: { checks: [checkString, checkFilled], required: true },
  },
  steps: [
    {
      api: apiApi,
      method: 'GET',
      path: (value) =>
        `/organizations/${segment(value, 'organization')}/databases/${segment(value, 'database')}/branches/${segment(value, 'branch')}`,
      status: [200],
    },
  ],
  run: runRequest,
  select: checkShape(
    (scope) =>
      merge(get(scope, 'body'), {
        role: or(
          and(equal(get(scope, 'body', 'production'), true), () => 'production'),
          () => and(equal(get(scope, 'body', 'production'), false), () => 'development'),
          () => null,
        ),
      }),
    ['a string', 'result', 'name'],
    ['a string', 'result', 'role'],
  ),
  errors,
};

/** Tell what one branch is for, and whether it is ready. */
export function getBranch(
  account: PlanetScaleAccount,
  args: GetBranchArgs,
  options?: CallOptions,
): PendingCall<GetBranchResult> {
  return execute(getBranchOperation, args, planetscaleAccount(account), options);
}
