// Generated from specs/sample-tool/functions/list_things.yaml by "pnpm generate". Do not edit.
import {
  accountFromOptions,
  eachItem,
  execute,
  type CallOptions,
  type Operation,
} from '@kosmokrator/runtime';
import { get } from '@kosmokrator/runtime/select';
import { integration, type SampleToolOptions } from '../integration.js';
import type { Thing } from '../types.js';

export interface ListThingsArgs {
  /**
   * Page to read.
   *
   * Default: 1
   */
  page?: number | undefined;
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
  destructive: false,
  idempotency: 'safe',
  params: { page: { schema: { type: 'integer', minimum: 1 }, default: 1 } },
  steps: [
    {
      name: 'main',
      api: 'api',
      method: 'GET',
      path: ['things'],
      query: { page: { $value: 'page' } },
      status: [200],
    },
  ],
  paginate: {
    style: 'page',
    param: 'page',
    next: (s) => get(s.body, 'next'),
    items: (s) => get(s.result, 'data'),
  },
};

/** List all things, a page at a time. */
export function listThings(
  account: SampleToolOptions,
  args: ListThingsArgs = {},
  options?: CallOptions,
): Promise<ListThingsResult> {
  return execute(listThingsOperation, args, accountFromOptions(integration, account), options);
}

/** The items of all pages, one by one; a page is read when its first item is asked for. */
export function listThingsEach(
  account: SampleToolOptions,
  args: ListThingsArgs = {},
  options?: CallOptions,
): AsyncGenerator<ListThingsItem, void> {
  return eachItem(listThingsOperation, args, accountFromOptions(integration, account), options);
}
