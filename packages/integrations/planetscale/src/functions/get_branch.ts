// Generated from specs/planetscale/functions/get_branch.yaml by "pnpm generate". Do not edit.
import { accountFromOptions, execute, type CallOptions, type Operation } from '@kosmokrator/runtime';
import { and, get, merge, or } from '@kosmokrator/runtime/select';
import { integration, type PlanetscaleOptions } from '../integration.js';
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
  destructive: false,
  idempotency: 'safe',
  params: {
    organization: { schema: { type: 'string', minLength: 1 }, required: true },
    database: { schema: { type: 'string', minLength: 1 }, required: true },
    branch: { schema: { type: 'string', minLength: 1 }, required: true },
  },
  steps: [
    {
      name: 'main',
      api: 'api',
      method: 'GET',
      path: [
        'organizations',
        { $value: 'organization' },
        'databases',
        { $value: 'database' },
        'branches',
        { $value: 'branch' },
      ],
      status: [200],
    },
  ],
  select: (s) =>
    merge(get(s, 'body'), {
      role: or(
        and(get(s, 'body', 'production'), () => 'production'),
        () => 'development',
      ),
    }),
};

/** Read one branch of a database, what it is for and whether it is ready. */
export function getBranch(
  account: PlanetscaleOptions,
  args: GetBranchArgs,
  options?: CallOptions,
): Promise<GetBranchResult> {
  return execute(getBranchOperation, args, accountFromOptions(integration, account), options);
}
