// Generated from specs/upstash/functions/set_key.yaml by "pnpm generate". Do not edit.
import { accountFromOptions, execute, type CallOptions, type Operation } from '@kosmokrator/runtime';
import { get } from '@kosmokrator/runtime/select';
import { integration, type UpstashOptions } from '../integration.js';

export interface SetKeyArgs {
  /** Key to write. */
  key: string;
  /** Value to store; may be empty. */
  value: string;
  /** Seconds until the key expires. */
  ex?: number | undefined;
}

export interface SetKeyResult {
  /** The key that was written. */
  key: string;
  /** The value that was stored. */
  value: string;
  /** Seconds until it expires; null when it does not. */
  ttl?: number | null;
  /** OK. */
  result: string;
}

export const setKeyOperation: Operation<SetKeyArgs, SetKeyResult> = {
  integration,
  name: 'set_key',
  kind: 'write',
  destructive: true,
  idempotency: 'idempotent',
  params: {
    key: { schema: { type: 'string', minLength: 1 }, required: true },
    value: { schema: { type: 'string' }, required: true },
    ex: { schema: { type: 'integer', minimum: 1 } },
  },
  steps: [
    {
      name: 'main',
      api: 'redis',
      method: 'POST',
      path: [''],
      body: ['SET', { $value: 'key' }, { $value: 'value' }, { $optional: ['EX', { $value: 'ex' }] }],
      status: [200],
    },
  ],
  select: (s) => ({
    key: get(s, 'args', 'key'),
    value: get(s, 'args', 'value'),
    ttl: get(s, 'args', 'ex'),
    result: get(s, 'body', 'result'),
  }),
};

/**
 * Store a string under a key, replacing what was there. With `ex`, value and expiry are set in one
 * atomic command; without it, an earlier expiry is removed.
 */
export function setKey(
  account: UpstashOptions,
  args: SetKeyArgs,
  options?: CallOptions,
): Promise<SetKeyResult> {
  return execute(setKeyOperation, args, accountFromOptions(integration, account), options);
}
