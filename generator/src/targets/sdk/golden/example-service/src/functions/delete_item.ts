// Generated from specs/example-service/functions/delete_item.yaml by "pnpm generate". Do not edit.
import { execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import {
  checkDetails,
  checkFilled,
  checkShape,
  checkString,
  runRequest,
  segment,
  writeGuard,
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

export interface DeleteItemArgs {
  /** Id of the item. */
  id: string;
}

export type DeleteItemResult = number;

export const deleteItemOperation: Operation<DeleteItemArgs, DeleteItemResult> = {
  integration,
  name: 'delete_item',
  kind: 'write',
  destructive: true,
  idempotency: 'idempotent',
  credentials: { token: tokenCredential, url: urlCredential },
  params: { id: { checks: [checkString, checkFilled], required: true } },
  steps: [
    { api: mainApi, method: 'DELETE', path: (value) => `/items/${segment(value, 'id')}`, status: [200] },
  ],
  run: runRequest,
  guard: writeGuard,
  select: checkDetails(
    checkShape((scope) => get(scope.body, 'deleted'), ['a whole number', 'body', 'deleted']),
    ['a whole number', 'body', 'deleted'],
  ),
  errors,
};

/** Delete an item for good. */
export function deleteItem(
  account: ExampleServiceAccount,
  args: DeleteItemArgs,
  options?: CallOptions,
): PendingCall<DeleteItemResult> {
  return execute(deleteItemOperation, args, exampleServiceAccount(account), options);
}
