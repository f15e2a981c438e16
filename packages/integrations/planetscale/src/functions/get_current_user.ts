// Generated from specs/planetscale/functions/get_current_user.yaml by "pnpm generate". Do not edit.
import { execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import { checkShape, runRequest } from '@kosmokrator/runtime/parts';
import { at, get, join, merge, or, slice, split } from '@kosmokrator/runtime/select';
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

export type GetCurrentUserArgs = Record<string, never>;

export interface GetCurrentUserResult {
  /** Id. */
  id?: string;
  /** Name. */
  name: string | null;
  /** Display name. */
  display_name?: string | null;
  /** E-mail address. */
  email: string | null;
  /** First word of the display name. */
  first_name: string | null;
  /** The other words of the display name; null if there are none. */
  last_name: string | null;
  [key: string]: unknown;
}

export const getCurrentUserOperation: Operation<GetCurrentUserArgs, GetCurrentUserResult> = {
  integration,
  name: 'get_current_user',
  kind: 'read',
  idempotency: 'safe',
  credentials: {
    service_token_id: serviceTokenIdCredential,
    service_token: serviceTokenCredential,
    access_token: accessTokenCredential,
  },
  params: {},
  steps: [{ api: apiApi, method: 'GET', path: () => '/user', status: [200] }],
  run: runRequest,
  select: checkShape(
    (scope) =>
      merge(get(scope, 'body'), {
        first_name: or(
          at(
            split(
              or(
                get(scope, 'body', 'display_name'),
                () => get(scope, 'body', 'name'),
                () => '',
              ),
              ' ',
            ),
            0,
          ),
          () => null,
        ),
        last_name: or(
          join(
            ' ',
            slice(
              split(
                or(
                  get(scope, 'body', 'display_name'),
                  () => get(scope, 'body', 'name'),
                  () => '',
                ),
                ' ',
              ),
              1,
              null,
              1,
            ),
          ),
          () => null,
        ),
      }),
    ['a string or null', 'result', 'name'],
    ['a string or null', 'result', 'email'],
    ['a string or null', 'result', 'first_name'],
  ),
  errors,
};

/** Tell whose credentials are in use. First and last name are taken from the display name. */
export function getCurrentUser(
  account: PlanetScaleAccount,
  args: GetCurrentUserArgs = {},
  options?: CallOptions,
): PendingCall<GetCurrentUserResult> {
  return execute(getCurrentUserOperation, args, planetscaleAccount(account), options);
}
