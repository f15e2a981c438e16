// Generated from specs/upstash-redis-start/functions/command.yaml by "pnpm generate". Do not edit.
import { execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import {
  checkItems,
  checkMinItems,
  checkShape,
  checkType,
  copyJson,
  encodeJson,
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
  upstashRedisStartAccount,
  type UpstashRedisStartAccount,
} from '../integration.js';

export interface CommandArgs {
  /** Name and arguments, such as `["INCR", "visits"]`. */
  command: (string | number)[];
}

export interface CommandResult {
  /** The answer of Redis. */
  result: unknown;
}

export const commandOperation: Operation<CommandArgs, CommandResult> = {
  integration,
  name: 'command',
  kind: 'write',
  destructive: true,
  idempotency: 'none',
  credentials: { redis_url: redisUrlCredential, redis_token: redisTokenCredential },
  params: {
    command: {
      checks: [checkType('array'), checkItems(checkType('string', 'number')), checkMinItems(1)],
      copy: copyJson,
      required: true,
    },
  },
  steps: [
    {
      api: redisApi,
      method: 'POST',
      path: () => '/',
      body: (value) => encodeJson(value('command')),
      status: [200],
    },
  ],
  run: runRequest,
  guard: writeGuard,
  select: checkShape(
    (scope) => ({ result: get(scope, 'body', 'result') }),
    ['an object', 'body'],
    ['a string, number, boolean, array, object or null', 'body', 'result'],
  ),
  errors,
};

/** Run any other Redis command. It is never retried. */
export function command(
  account: UpstashRedisStartAccount,
  args: CommandArgs,
  options?: CallOptions,
): PendingCall<CommandResult> {
  return execute(commandOperation, args, upstashRedisStartAccount(account), options);
}
