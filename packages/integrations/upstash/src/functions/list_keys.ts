// Generated from specs/upstash/functions/list_keys.yaml by "pnpm generate". Do not edit.
import { execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import {
  checkDetails,
  checkFilled,
  checkString,
  demand,
  encodeJson,
  hintMatch,
  joinErrors,
  list,
  runPages,
} from '@kosmokrator/runtime/parts';
import { at, get, length, sort } from '@kosmokrator/runtime/select';
import {
  errors,
  integration,
  redisApi,
  redisTokenCredential,
  redisUrlCredential,
  upstashAccount,
  type UpstashAccount,
} from '../integration.js';

export interface ListKeysArgs {
  /**
   * Glob: `*` matches any text, `?` one character, `[ab]` a or b.
   *
   * Default: "*"
   */
  pattern?: string | undefined;
}

export interface ListKeysResult {
  /** The pattern that was used. */
  pattern: string;
  /** Matching keys, sorted. */
  keys: string[];
  /** Number of keys. */
  count: number;
}

export const listKeysOperation: Operation<ListKeysArgs, ListKeysResult> = {
  integration,
  name: 'list_keys',
  kind: 'read',
  idempotency: 'safe',
  credentials: { redis_url: redisUrlCredential, redis_token: redisTokenCredential },
  params: { pattern: { checks: [checkString, checkFilled], default: '*' } },
  steps: [
    {
      name: 'main',
      api: redisApi,
      method: 'POST',
      path: () => '/',
      body: (value) =>
        encodeJson(demand(list('SCAN', value('cursor'), 'MATCH', value('pattern'), 'COUNT', 1000), 'cursor')),
      status: [200],
    },
  ],
  run: runPages,
  select: checkDetails(
    (scope) => ({
      pattern: get(scope, 'args', 'pattern'),
      keys: sort(get(scope, 'items')),
      count: length(get(scope, 'items')),
    }),
    ['a string', 'result', 'keys', '[*]'],
  ),
  paginate: {
    style: 'cursor',
    param: 'cursor',
    start: '0',
    next: (scope) => at(get(scope, 'body', 'result'), 0),
    end: '0',
    items: (scope) => at(get(scope, 'body', 'result'), 1),
    collect: true,
    limit: 100000,
    unique: true,
  },
  errors: joinErrors(
    {
      hints: [
        hintMatch('NOPERM', 'Read-only tokens cannot list keys. Use the standard token of the database.'),
      ],
    },
    errors,
  ),
};

/**
 * List the keys that match a pattern, sorted. Repeats are removed. It uses SCAN, so a large database
 * is not blocked. More than 100,000 matches are an error that asks for a narrower pattern.
 */
export function listKeys(
  account: UpstashAccount,
  args: ListKeysArgs = {},
  options?: CallOptions,
): PendingCall<ListKeysResult> {
  return execute(listKeysOperation, args, upstashAccount(account), options);
}
