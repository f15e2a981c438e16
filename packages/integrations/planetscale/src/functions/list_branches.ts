// Generated from specs/planetscale/functions/list_branches.yaml by "pnpm generate". Do not edit.
import {
  accountFromOptions,
  eachItem,
  execute,
  type CallOptions,
  type Operation,
} from '@kosmokrator/runtime';
import { and, flatten, get, merge, or, project } from '@kosmokrator/runtime/select';
import { integration, type PlanetscaleOptions } from '../integration.js';
import type { Branch } from '../types.js';

export interface ListBranchesArgs {
  /** Organization name. */
  organization: string;
  /** Database name. */
  database: string;
  /**
   * Page to read.
   *
   * Default: 1
   */
  page?: number | undefined;
  /**
   * Items on a page.
   *
   * Default: 20
   */
  limit?: number | undefined;
}

export interface ListBranchesResult {
  /** The branches of this page. */
  data: Branch[];
  /** Number of this page. */
  current_page?: number;
  /** Number of the next page; null on the last. */
  next_page?: number | null;
  /** Number of the page before; null on the first. */
  prev_page?: number | null;
  [key: string]: unknown;
}

export type ListBranchesItem = Branch;

export const listBranchesOperation: Operation<ListBranchesArgs, ListBranchesResult> = {
  integration,
  name: 'list_branches',
  kind: 'read',
  destructive: false,
  idempotency: 'safe',
  params: {
    organization: { schema: { type: 'string', minLength: 1 }, required: true },
    database: { schema: { type: 'string', minLength: 1 }, required: true },
    page: { schema: { type: 'integer', minimum: 1 }, default: 1 },
    limit: { schema: { type: 'integer', minimum: 1, maximum: 100 }, default: 20 },
  },
  steps: [
    {
      name: 'main',
      api: 'api',
      method: 'GET',
      path: ['organizations', { $value: 'organization' }, 'databases', { $value: 'database' }, 'branches'],
      query: { page: { $value: 'page' }, per_page: { $value: 'limit' } },
      status: [200],
    },
  ],
  select: (s) =>
    merge(get(s, 'body'), {
      data: project(flatten(get(s, 'body', 'data')), (v) =>
        merge(v, {
          role: or(
            and(get(v, 'production'), () => 'production'),
            () => 'development',
          ),
        }),
      ),
    }),
  paginate: {
    style: 'page',
    param: 'page',
    next: (s) => get(s, 'body', 'next_page'),
    items: (s) => get(s, 'result', 'data'),
  },
};

/** List the branches of a database, a page at a time. */
export function listBranches(
  account: PlanetscaleOptions,
  args: ListBranchesArgs,
  options?: CallOptions,
): Promise<ListBranchesResult> {
  return execute(listBranchesOperation, args, accountFromOptions(integration, account), options);
}

/** The items of all pages, one by one; a page is read when its first item is asked for. */
export function listBranchesEach(
  account: PlanetscaleOptions,
  args: ListBranchesArgs,
  options?: CallOptions,
): AsyncGenerator<ListBranchesItem, void> {
  return eachItem(listBranchesOperation, args, accountFromOptions(integration, account), options);
}
