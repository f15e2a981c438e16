// Generated from specs/planetscale/functions/list_organizations.yaml by "pnpm generate". Do not edit.
import { eachItem, execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import {
  checkDetails,
  checkMaximum,
  checkMinimum,
  checkShape,
  checkType,
  copyJson,
  query,
  queryValue,
  runPages,
} from '@kosmokrator/runtime/parts';
import { flatten, get, merge, project } from '@kosmokrator/runtime/select';
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
import type { Organization } from '../types.js';

export interface ListOrganizationsArgs {
  /**
   * Page to read.
   *
   * Default: 1
   */
  page?: number | bigint | undefined;
  /**
   * Items per page.
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
  /** Number of the previous page; null on the first. */
  prev_page?: number | null;
  [key: string]: unknown;
}

export type ListOrganizationsItem = Organization;

export const listOrganizationsOperation: Operation<ListOrganizationsArgs, ListOrganizationsResult> = {
  integration,
  name: 'list_organizations',
  kind: 'read',
  idempotency: 'safe',
  credentials: {
    service_token_id: serviceTokenIdCredential,
    service_token: serviceTokenCredential,
    access_token: accessTokenCredential,
  },
  params: {
    page: { checks: [checkType('integer'), checkMinimum(1)], copy: copyJson, default: 1 },
    limit: {
      checks: [checkType('integer'), checkMinimum(1), checkMaximum(100)],
      copy: copyJson,
      default: 20,
    },
  },
  steps: [
    {
      name: 'main',
      api: apiApi,
      method: 'GET',
      path: (value) =>
        `/organizations${query({ page: queryValue(value, 'page'), per_page: queryValue(value, 'limit') })}`,
      status: [200],
    },
  ],
  run: runPages,
  select: checkDetails(
    checkShape(
      (scope) =>
        merge(get(scope, 'body'), {
          data: project(flatten(get(scope, 'body', 'data')), (v) => merge(v, { slug: get(v, 'name') })),
        }),
      ['an array', 'result', 'data'],
    ),
    ['an array, null or absent', 'body', 'data'],
    ['an object', 'body', 'data', '[]'],
    ['a string', 'body', 'data', '[]', 'name'],
    ['an object', 'result', 'data', '[*]'],
    ['a string', 'result', 'data', '[*]', 'name'],
    ['a string', 'result', 'data', '[*]', 'slug'],
  ),
  paginate: {
    style: 'page',
    param: 'page',
    next: (scope) => get(scope, 'body', 'next_page'),
    items: (scope) => get(scope, 'result', 'data'),
  },
  errors,
};

/** List the organizations that you can see, page by page. */
export function listOrganizations(
  account: PlanetScaleAccount,
  args: ListOrganizationsArgs = {},
  options?: CallOptions,
): PendingCall<ListOrganizationsResult> {
  return execute(listOrganizationsOperation, args, planetscaleAccount(account), options);
}

/** The items of all pages, one by one. Each page is requested when its first item is needed. */
export function listOrganizationsEach(
  account: PlanetScaleAccount,
  args: ListOrganizationsArgs = {},
  options?: CallOptions,
): AsyncGenerator<ListOrganizationsItem, void> {
  return eachItem(listOrganizationsOperation, args, planetscaleAccount(account), options);
}
