// Generated from specs/upstash/functions/delete_key.yaml by "pnpm generate". Do not edit.
import { accountFromOptions, execute, type CallOptions, type Operation } from '@kosmokrator/runtime';
import { get } from '@kosmokrator/runtime/select';
import { integration, type UpstashOptions } from '../integration.js';

export interface DeleteKeyArgs {
  /** Key to delete. */
  key: string;
}

export interface DeleteKeyResult {
  /** The key that was to be deleted. */
  key: string;
  /** Keys removed: 1, or 0 when there was no such key. */
  deleted: number;
}

export const deleteKeyOperation: Operation<DeleteKeyArgs, DeleteKeyResult> = {
  integration,
  name: 'delete_key',
  kind: 'write',
  destructive: true,
  idempotency: 'none',
  params: { key: { schema: { type: 'string', minLength: 1 }, required: true } },
  steps: [
    {
      name: 'main',
      api: 'redis',
      method: 'POST',
      path: [''],
      body: ['DEL', { $value: 'key' }],
      status: [200],
    },
  ],
  select: (s) => ({ key: get(s, 'args', 'key'), deleted: get(s, 'body', 'result') }),
};

/**
 * Delete one key, whatever its type. Tells how many keys were removed, so a key that did not exist is
 * no error.
 */
export function deleteKey(
  account: UpstashOptions,
  args: DeleteKeyArgs,
  options?: CallOptions,
): Promise<DeleteKeyResult> {
  return execute(deleteKeyOperation, args, accountFromOptions(integration, account), options);
}
