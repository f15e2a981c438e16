// Generated from specs/planetscale/functions/list_databases.yaml by "pnpm generate". Do not edit.
import { eachItem, execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import {
  checkDetails,
  checkFilled,
  checkMaximum,
  checkMinimum,
  checkShape,
  checkString,
  checkType,
  copyJson,
  query,
  queryValue,
  runPages,
  segment,
} from '@kosmokrator/runtime/parts';
import { flatten, get, merge, or, project } from '@kosmokrator/runtime/select';
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

export interface ListDatabasesArgs {
  /** Organization name. */
  organization: string;
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

export interface ListDatabasesResult {
  /** The databases of this page. */
  data: Database[];
  /** Number of this page. */
  current_page?: number;
  /** Number of the next page; null on the last. */
  next_page?: number | null;
  /** Number of the previous page; null on the first. */
  prev_page?: number | null;
  [key: string]: unknown;
}

export type ListDatabasesItem = Database;

export const listDatabasesOperation: Operation<ListDatabasesArgs, ListDatabasesResult> = {
  integration,
  name: 'list_databases',
  kind: 'read',
  idempotency: 'safe',
  credentials: {
    service_token_id: serviceTokenIdCredential,
    service_token: serviceTokenCredential,
    access_token: accessTokenCredential,
  },
  params: {
    organization: { checks: [checkString, checkFilled], required: true },
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
        `/organizations/${segment(value, 'organization')}/databases${query({ page: queryValue(value, 'page'), per_page: queryValue(value, 'limit') })}`,
      status: [200],
    },
  ],
  run: runPages,
  select: checkDetails(
    checkShape(
      (scope) =>
        merge(get(scope, 'body'), {
          data: project(flatten(get(scope, 'body', 'data')), (v) =>
            merge(v, { branches: or(get(v, 'branches_count'), () => null) }),
          ),
        }),
      ['an array', 'result', 'data'],
    ),
    ['an array, null or absent', 'body', 'data'],
    ['an object', 'body', 'data', '[]'],
    ['an object', 'result', 'data', '[*]'],
    ['a string', 'result', 'data', '[*]', 'name'],
    ['a whole number or null', 'result', 'data', '[*]', 'branches'],
  ),
  paginate: {
    style: 'page',
    param: 'page',
    next: (scope) => get(scope, 'body', 'next_page'),
    items: (scope) => get(scope, 'result', 'data'),
  },
  errors,
};

/** List an organization's databases, page by page. */
export function listDatabases(
  account: PlanetScaleAccount,
  args: ListDatabasesArgs,
  options?: CallOptions,
): PendingCall<ListDatabasesResult> {
  return execute(listDatabasesOperation, args, planetscaleAccount(account), options);
}

/** The items of all pages, one by one. Each page is requested when its first item is needed. */
export function listDatabasesEach(
  account: PlanetScaleAccount,
  args: ListDatabasesArgs,
  options?: CallOptions,
): AsyncGenerator<ListDatabasesItem, void> {
  return eachItem(listDatabasesOperation, args, planetscaleAccount(account), options);
}
