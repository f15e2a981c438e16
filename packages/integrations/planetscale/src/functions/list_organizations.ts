// Generated from specs/planetscale/functions/list_organizations.yaml by "pnpm generate". Do not edit.
import {
  accountFromOptions,
  eachItem,
  execute,
  type CallOptions,
  type Operation,
} from '@kosmokrator/runtime';
import { flatten, get, merge, project } from '@kosmokrator/runtime/select';
import { integration, type PlanetscaleOptions } from '../integration.js';
import type { Organization } from '../types.js';

export interface ListOrganizationsArgs {
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

export interface ListOrganizationsResult {
  /** The organizations of this page. */
  data: Organization[];
  /** Number of this page. */
  current_page?: number;
  /** Number of the next page; null on the last. */
  next_page?: number | null;
  /** Number of the page before; null on the first. */
  prev_page?: number | null;
  [key: string]: unknown;
}

export type ListOrganizationsItem = Organization;

export const listOrganizationsOperation: Operation<ListOrganizationsArgs, ListOrganizationsResult> = {
  integration,
  name: 'list_organizations',
  kind: 'read',
  destructive: false,
  idempotency: 'safe',
  params: {
    page: { schema: { type: 'integer', minimum: 1 }, default: 1 },
    limit: { schema: { type: 'integer', minimum: 1, maximum: 100 }, default: 20 },
  },
  steps: [
    {
      name: 'main',
      api: 'api',
      method: 'GET',
      path: ['organizations'],
      query: { page: { $value: 'page' }, per_page: { $value: 'limit' } },
      status: [200],
    },
  ],
  select: (s) =>
    merge(get(s, 'body'), {
      data: project(flatten(get(s, 'body', 'data')), (v) => merge(v, { slug: get(v, 'name') })),
    }),
  paginate: {
    style: 'page',
    param: 'page',
    next: (s) => get(s, 'body', 'next_page'),
    items: (s) => get(s, 'result', 'data'),
  },
};

/** List the organizations that the credentials can see, a page at a time. */
export function listOrganizations(
  account: PlanetscaleOptions,
  args: ListOrganizationsArgs = {},
  options?: CallOptions,
): Promise<ListOrganizationsResult> {
  return execute(listOrganizationsOperation, args, accountFromOptions(integration, account), options);
}

/** The items of all pages, one by one; a page is read when its first item is asked for. */
export function listOrganizationsEach(
  account: PlanetscaleOptions,
  args: ListOrganizationsArgs = {},
  options?: CallOptions,
): AsyncGenerator<ListOrganizationsItem, void> {
  return eachItem(listOrganizationsOperation, args, accountFromOptions(integration, account), options);
}
