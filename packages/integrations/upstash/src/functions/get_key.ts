// Generated from specs/upstash/functions/get_key.yaml by "pnpm generate". Do not edit.
import { accountFromOptions, execute, type CallOptions, type Operation } from '@kosmokrator/runtime';
import { get } from '@kosmokrator/runtime/select';
import { integration, type UpstashOptions } from '../integration.js';

export interface GetKeyArgs {
  /** Key to read. */
  key: string;
}

export interface GetKeyResult {
  /** The key that was read. */
  key: string;
  /** Its value; null when there is no such key. */
  value: string | null;
}

export const getKeyOperation: Operation<GetKeyArgs, GetKeyResult> = {
  integration,
  name: 'get_key',
  kind: 'read',
  destructive: false,
  idempotency: 'safe',
  params: { key: { schema: { type: 'string', minLength: 1 }, required: true } },
  steps: [
    {
      name: 'main',
      api: 'redis',
      method: 'POST',
      path: [''],
      body: ['GET', { $value: 'key' }],
      status: [200],
    },
  ],
  select: (s) => ({ key: get(s, 'args', 'key'), value: get(s, 'body', 'result') }),
};

/** Read the value of one key. The value is null when the key does not exist. */
export function getKey(
  account: UpstashOptions,
  args: GetKeyArgs,
  options?: CallOptions,
): Promise<GetKeyResult> {
  return execute(getKeyOperation, args, accountFromOptions(integration, account), options);
}
