// Generated from specs/upstash/functions/set_key.yaml by "pnpm generate". Do not edit.
import { execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import {
  checkDetails,
  checkFilled,
  checkMinimum,
  checkShape,
  checkString,
  checkType,
  copyJson,
  encodeJson,
  hintMatch,
  joinErrors,
  optional,
  runRequest,
  writeGuard,
} from '@kosmokrator/runtime/parts';
import { get } from '@kosmokrator/runtime/select';
import {
  errors,
  integration,
  redisApi,
  redisTokenCredential,
  redisUrlCredential,
  upstashAccount,
  type UpstashAccount,
} from '../integration.js';

export interface SetKeyArgs {
  /** Key to write. */
  key: string;
  /** Value to store. It can be empty. */
  value: string;
  /** Seconds until the key expires. */
  ex?: number | bigint | undefined;
}

export interface SetKeyResult {
  /** The key that was written. */
  key: string;
  /** The value that was stored. */
  value: string;
  /** Seconds until it expires; null if it does not. */
  ttl?: number | null;
  /** Always OK. Any other answer is an error. */
  result: 'OK';
}

export const setKeyOperation: Operation<SetKeyArgs, SetKeyResult> = {
  integration,
  name: 'set_key',
  kind: 'write',
  destructive: true,
  idempotency: 'idempotent',
  credentials: { redis_url: redisUrlCredential, redis_token: redisTokenCredential },
  params: {
    key: { checks: [checkString, checkFilled], required: true },
    value: { checks: [checkString], required: true },
    ex: { checks: [checkType('integer'), checkMinimum(1)], copy: copyJson },
  },
  steps: [
    {
      api: redisApi,
      method: 'POST',
      path: () => '/',
      body: (value) => encodeJson(['SET', value('key'), value('value'), ...optional('EX', value('ex'))]),
      status: [200],
    },
  ],
  run: runRequest,
  guard: writeGuard,
  select: checkDetails(
    checkShape(
      (scope) => ({
        key: get(scope, 'args', 'key'),
        value: get(scope, 'args', 'value'),
        ttl: get(scope, 'args', 'ex'),
        result: get(scope, 'body', 'result'),
      }),
      ['a string', 'body', 'result'],
    ),
    [['OK'], 'body', 'result'],
  ),
  errors: joinErrors(
    {
      hints: [hintMatch('NOPERM', 'Read-only tokens cannot write. Use the standard token of the database.')],
    },
    errors,
  ),
};

/**
 * Store a string under a key, replacing the old value. With `ex`, value and expiry are set in one
 * atomic command. Without it, an earlier expiry is removed.
 */
export function setKey(
  account: UpstashAccount,
  args: SetKeyArgs,
  options?: CallOptions,
): PendingCall<SetKeyResult> {
  return execute(setKeyOperation, args, upstashAccount(account), options);
}
