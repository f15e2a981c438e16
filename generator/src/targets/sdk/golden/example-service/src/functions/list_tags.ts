// Generated from specs/example-service/functions/list_tags.yaml by "pnpm generate". Do not edit.
import { execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import { checkDetails, checkShape, runRequest } from '@kosmokrator/runtime/parts';
import {
  errors,
  exampleServiceAccount,
  integration,
  mainApi,
  tokenCredential,
  urlCredential,
  type ExampleServiceAccount,
} from '../integration.js';

export type ListTagsArgs = Record<string, never>;

export type ListTagsResult = string[];

export const listTagsOperation: Operation<ListTagsArgs, ListTagsResult> = {
  integration,
  name: 'list_tags',
  kind: 'read',
  idempotency: 'safe',
  credentials: { token: tokenCredential, url: urlCredential },
  params: {},
  steps: [{ api: mainApi, method: 'GET', path: () => '/tags', status: [200] }],
  run: runRequest,
  select: checkDetails(
    checkShape(({ body }) => body, ['an array', 'body']),
    ['a string', 'body', '[*]'],
  ),
  errors,
};

/** List all tags. */
export function listTags(
  account: ExampleServiceAccount,
  args: ListTagsArgs = {},
  options?: CallOptions,
): PendingCall<ListTagsResult> {
  return execute(listTagsOperation, args, exampleServiceAccount(account), options);
}
