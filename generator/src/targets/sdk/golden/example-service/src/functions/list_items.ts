// Generated from specs/example-service/functions/list_items.yaml by "pnpm generate". Do not edit.
import { eachItem, execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import {
  checkDetails,
  checkMinimum,
  checkShape,
  checkType,
  copyJson,
  query,
  queryValue,
  runPages,
} from '@kosmokrator/runtime/parts';
import { get } from '@kosmokrator/runtime/select';
import {
  errors,
  exampleServiceAccount,
  integration,
  mainApi,
  tokenCredential,
  urlCredential,
  type ExampleServiceAccount,
} from '../integration.js';
import type { Item } from '../types.js';

export interface ListItemsArgs {
  /**
   * Page to read.
   *
   * Default: 1
   */
  page?: number | bigint | undefined;
}

export interface ListItemsResult {
  /** The items of this page. */
  data: Item[];
  /** Number of the next page. */
  next_page?: number | null;
  [key: string]: unknown;
}

export type ListItemsItem = Item;

export const listItemsOperation: Operation<ListItemsArgs, ListItemsResult> = {
  integration,
  name: 'list_items',
  kind: 'read',
  idempotency: 'safe',
  credentials: { token: tokenCredential, url: urlCredential },
  params: { page: { checks: [checkType('integer'), checkMinimum(1)], copy: copyJson, default: 1 } },
  steps: [
    {
      name: 'main',
      api: mainApi,
      method: 'GET',
      path: (value) => `/items${query({ page: queryValue(value, 'page') })}`,
      status: [200],
    },
  ],
  run: runPages,
  select: checkDetails(
    checkShape(({ body }) => body, ['an array', 'body', 'data']),
    ['an object', 'body', 'data', '[*]'],
    ['a string', 'body', 'data', '[*]', 'database_id'],
  ),
  paginate: {
    style: 'page',
    param: 'page',
    next: (scope) => get(scope.body, 'next_page'),
    items: (scope) => get(scope.result, 'data'),
  },
  errors,
};

/** List the items, a page at a time. */
export function listItems(
  account: ExampleServiceAccount,
  args: ListItemsArgs = {},
  options?: CallOptions,
): PendingCall<ListItemsResult> {
  return execute(listItemsOperation, args, exampleServiceAccount(account), options);
}

/** The items of all pages, one by one. Each page is requested when its first item is needed. */
export function listItemsEach(
  account: ExampleServiceAccount,
  args: ListItemsArgs = {},
  options?: CallOptions,
): AsyncGenerator<ListItemsItem, void> {
  return eachItem(listItemsOperation, args, exampleServiceAccount(account), options);
}
