// Generated from specs/sample-tool/functions/list_things.yaml by "pnpm generate". Do not edit.
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
  apiApi,
  apiKeyCredential,
  apiUrlCredential,
  errors,
  integration,
  sampleToolAccount,
  type SampleToolAccount,
} from '../integration.js';
import type { Thing } from '../types.js';

export interface ListThingsArgs {
  /**
   * Page to read.
   *
   * Default: 1
   */
  page?: number | bigint | undefined;
}

export interface ListThingsResult {
  /** The things. */
  data: Thing[];
  [key: string]: unknown;
}

export type ListThingsItem = Thing;

export const listThingsOperation: Operation<ListThingsArgs, ListThingsResult> = {
  integration,
  name: 'list_things',
  kind: 'read',
  idempotency: 'safe',
  credentials: { api_url: apiUrlCredential, api_key: apiKeyCredential },
  params: { page: { checks: [checkType('integer'), checkMinimum(1)], copy: copyJson, default: 1 } },
  steps: [
    {
      name: 'main',
      api: apiApi,
      method: 'GET',
      path: (value) => `/things${query({ page: queryValue(value, 'page') })}`,
      status: [200],
    },
  ],
  run: runPages,
  select: checkDetails(
    checkShape(({ body }) => body, ['an array', 'body', 'data']),
    ['an object', 'body', 'data', '[*]'],
    ['a string', 'body', 'data', '[*]', 'name'],
  ),
  paginate: {
    style: 'page',
    param: 'page',
    next: (scope) => get(scope.body, 'next'),
    items: (scope) => get(scope.result, 'data'),
  },
  errors,
};

/** List all things, a page at a time. */
export function listThings(
  account: SampleToolAccount,
  args: ListThingsArgs = {},
  options?: CallOptions,
): PendingCall<ListThingsResult> {
  return execute(listThingsOperation, args, sampleToolAccount(account), options);
}

/** The items of all pages, one by one. Each page is requested when its first item is needed. */
export function listThingsEach(
  account: SampleToolAccount,
  args: ListThingsArgs = {},
  options?: CallOptions,
): AsyncGenerator<ListThingsItem, void> {
  return eachItem(listThingsOperation, args, sampleToolAccount(account), options);
}
