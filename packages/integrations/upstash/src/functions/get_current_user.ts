// Generated from specs/upstash/functions/get_current_user.yaml by "pnpm generate". Do not edit.
import { execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import { checkDetails, checkShape, runSteps, segment } from '@kosmokrator/runtime/parts';
import { at, flatten, get, or, project } from '@kosmokrator/runtime/select';
import {
  apiKeyCredential,
  emailCredential,
  errors,
  integration,
  platformApi,
  upstashAccount,
  type UpstashAccount,
} from '../integration.js';
import type { Member, Team } from '../types.js';

export type GetCurrentUserArgs = Record<string, never>;

export interface GetCurrentUserResult {
  /** Name of the first team, or the account's e-mail address. */
  name: string;
  /** Id of the first team; null if there is none. */
  team_id: string | null;
  /** Always null, because the API does not report a plan. */
  plan: null;
  /** Members of the first team. */
  members: Member[];
  /** All teams. */
  teams: Team[];
  /** E-mail address of the account. */
  email: string;
}

export const getCurrentUserOperation: Operation<GetCurrentUserArgs, GetCurrentUserResult> = {
  integration,
  name: 'get_current_user',
  kind: 'read',
  idempotency: 'safe',
  credentials: { email: emailCredential, api_key: apiKeyCredential },
  params: {},
  steps: [
    { name: 'teams', api: platformApi, method: 'GET', path: () => '/teams', status: [200] },
    {
      name: 'members',
      when: (scope) => at(get(scope, 'steps', 'teams', 'body'), 0),
      with: { team_id: (scope) => get(at(get(scope, 'steps', 'teams', 'body'), 0), 'team_id') },
      api: platformApi,
      method: 'GET',
      path: (value) => `/teams/${segment(value, 'team_id')}`,
      status: [200],
    },
  ],
  run: runSteps,
  select: checkDetails(
    checkShape(
      (scope) => ({
        name: or(get(at(get(scope, 'steps', 'teams', 'body'), 0), 'team_name'), () =>
          get(scope, 'credentials', 'email'),
        ),
        team_id: get(at(get(scope, 'steps', 'teams', 'body'), 0), 'team_id'),
        plan: null,
        members: or(
          project(flatten(get(scope, 'steps', 'members', 'body')), (v) => ({
            email: get(v, 'member_email'),
            role: get(v, 'member_role'),
          })),
          () => [],
        ),
        teams: get(scope, 'steps', 'teams', 'body'),
        email: get(scope, 'credentials', 'email'),
      }),
      ['a string', 'result', 'name'],
      ['a string or null', 'result', 'team_id'],
      ['an array', 'result', 'members'],
      ['an array', 'result', 'teams'],
    ),
    ['an array', 'steps', 'members', 'body'],
    ['an object', 'steps', 'members', 'body', '[]'],
    ['a string or null', 'steps', 'members', 'body', '[]', 'member_email'],
    ['a string or null', 'steps', 'members', 'body', '[]', 'member_role'],
    ['an object', 'result', 'members', '[*]'],
    ['a string or null', 'result', 'members', '[*]', 'email'],
    ['a string or null', 'result', 'members', '[*]', 'role'],
    ['an object', 'result', 'teams', '[*]'],
    ['a string', 'result', 'teams', '[*]', 'team_id'],
    ['a string', 'result', 'teams', '[*]', 'team_name'],
  ),
  errors,
};

/**
 * Tell whose API key is in use. Upstash has no endpoint for this, so the result comes from the first
 * team and its members. For an account without teams, the name is its e-mail address. The plan is
 * always null, because Upstash does not report it.
 */
export function getCurrentUser(
  account: UpstashAccount,
  args: GetCurrentUserArgs = {},
  options?: CallOptions,
): PendingCall<GetCurrentUserResult> {
  return execute(getCurrentUserOperation, args, upstashAccount(account), options);
}
