// Generated from specs/upstash-redis-start/functions/create_database.yaml by "pnpm generate". Do not edit.
import { execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import {
  checkString,
  checkUuid4,
  connecting,
  extract,
  headerFields,
  headerValue,
  markdown,
  runRequest,
  uuid4,
  writeGuard,
} from '@kosmokrator/runtime/parts';
import { and, containsText, get, join, or } from '@kosmokrator/runtime/select';
import {
  errors,
  integration,
  startApi,
  upstashRedisStartAccount,
  type UpstashRedisStartAccount,
} from '../integration.js';
import type { Database } from '../types.js';

export interface CreateDatabaseArgs {
  /** Version 4 UUID. The same id returns the same database. */
  id?: string | undefined;
  /** Name of the new account. Default: `scratch`, or `scratch_2` and so on. */
  account?: string | undefined;
}

export type CreateDatabaseResult = Database;

export const createDatabaseOperation: Operation<CreateDatabaseArgs, CreateDatabaseResult> = {
  integration,
  name: 'create_database',
  kind: 'write',
  idempotency: 'keyed',
  key: 'id',
  credentials: {},
  params: {
    id: { checks: [checkString, checkUuid4], generate: uuid4 },
    account: { checks: [checkString], default: 'scratch' },
  },
  steps: [
    {
      api: startApi,
      method: 'POST',
      path: () => '/start-redis',
      headers: (value) =>
        headerFields({
          'user-agent': 'kosmokrator-integrations',
          'idempotency-key': headerValue(value, 'id'),
        }),
      status: [200, 201],
      format: extract(
        markdown,
        {
          database_id: '^[-* \\t]*Database ID[*: \\t]+([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})',
          endpoint: '^[-* \\t]*Endpoint[*: \\t]+((?:https?://)?[A-Za-z0-9][A-Za-z0-9.:/-]*)',
          token: '^[-* \\t]*Token[*: \\t]+([!-~]+)',
          metrics_url: '^[-* \\t]*Metrics[*: \\t]+(https?://[!-~]+)',
          expires: '^[-* \\t]*Expires[*: \\t]+(\\d{4}-\\d\\d-\\d\\d(?:T[0-9:.]+(?:Z|[+-]\\d\\d:\\d\\d))?)',
          console_url: '^(?:[-* \\t]*Console(?: URL)?[*: \\t]+)?(https?://[!-~]+/console/[!-~]+)',
        },
        ['database_id', 'endpoint', 'token', 'metrics_url', 'expires', 'console_url'],
      ),
    },
  ],
  run: connecting(runRequest, {
    param: 'account',
    id: (scope) => get(scope, 'args', 'id'),
    expires: (scope) => get(scope, 'body', 'expires'),
    renew: 'upstash_redis_start_create_database',
    credentials: {
      upstash: {
        redis_url: { value: (scope) => get(scope, 'result', 'endpoint') },
        redis_token: { value: (scope) => get(scope, 'body', 'token'), secret: true },
      },
      'upstash-redis-start': {
        redis_url: { value: (scope) => get(scope, 'result', 'endpoint') },
        redis_token: { value: (scope) => get(scope, 'body', 'token'), secret: true },
      },
    },
  }),
  guard: writeGuard,
  select: (scope) => ({
    database_id: get(scope, 'body', 'database_id'),
    endpoint: or(
      and(containsText(get(scope, 'body', 'endpoint'), '://'), () => get(scope, 'body', 'endpoint')),
      () => join('', ['https://', get(scope, 'body', 'endpoint')]),
    ),
    metrics_url: get(scope, 'body', 'metrics_url'),
    expires: get(scope, 'body', 'expires'),
    console_url: get(scope, 'body', 'console_url'),
    account: get(scope, 'args', 'account'),
  }),
  errors,
};

/**
 * Make a Redis database. Stores an account for it here and in upstash. It expires in three days. Show
 * the user the console URL, where it can be claimed. Store no secrets or personal data.
 */
export function createDatabase(
  account: UpstashRedisStartAccount,
  args: CreateDatabaseArgs = {},
  options?: CallOptions,
): PendingCall<CreateDatabaseResult> {
  return execute(createDatabaseOperation, args, upstashRedisStartAccount(account), options);
}
