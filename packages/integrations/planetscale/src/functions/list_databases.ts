// Generated from specs/planetscale/functions/list_databases.yaml by "pnpm generate". Do not edit.
import {
  accountFromOptions,
  eachItem,
  execute,
  type CallOptions,
  type Operation,
} from '@kosmokrator/runtime';
import { flatten, get, merge, project } from '@kosmokrator/runtime/select';
import { integration, type PlanetscaleOptions } from '../integration.js';
import type { Database } from '../types.js';

export interface ListDatabasesArgs {
  /** Organization name. */
  organization: string;
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

export interface ListDatabasesResult {
  /** The databases of this page. */
  data: Database[];
  /** Number of this page. */
  current_page?: number;
  /** Number of the next page; null on the last. */
  next_page?: number | null;
  /** Number of the page before; null on the first. */
  prev_page?: number | null;
  [key: string]: unknown;
}

export type ListDatabasesItem = Database;

export const listDatabasesOperation: Operation<ListDatabasesArgs, ListDatabasesResult> = {
  integration,
  name: 'list_databases',
  kind: 'read',
  destructive: false,
  idempotency: 'safe',
  params: {
    organization: { schema: { type: 'string', minLength: 1 }, required: true },
    page: { schema: { type: 'integer', minimum: 1 }, default: 1 },
    limit: { schema: { type: 'integer', minimum: 1, maximum: 100 }, default: 20 },
  },
  steps: [
    {
      name: 'main',
      api: 'api',
      method: 'GET',
      path: ['organizations', { $value: 'organization' }, 'databases'],
      query: { page: { $value: 'page' }, per_page: { $value: 'limit' } },
      status: [200],
    },
  ],
  select: (s) =>
    merge(get(s, 'body'), {
      data: project(flatten(get(s, 'body', 'data')), (v) => merge(v, { branches: get(v, 'branches_count') })),
    }),
  paginate: {
    style: 'page',
    param: 'page',
    next: (s) => get(s, 'body', 'next_page'),
    items: (s) => get(s, 'result', 'data'),
  },
};

/** List the databases of an organization, a page at a time. */
export function listDatabases(
  account: PlanetscaleOptions,
  args: ListDatabasesArgs,
  options?: CallOptions,
): Promise<ListDatabasesResult> {
  return execute(listDatabasesOperation, args, accountFromOptions(integration, account), options);
}

/** The items of all pages, one by one; a page is read when its first item is asked for. */
export function listDatabasesEach(
  account: PlanetscaleOptions,
  args: ListDatabasesArgs,
  options?: CallOptions,
): AsyncGenerator<ListDatabasesItem, void> {
  return eachItem(listDatabasesOperation, args, accountFromOptions(integration, account), options);
}
