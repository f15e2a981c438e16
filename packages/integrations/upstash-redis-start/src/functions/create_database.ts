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
  type UpstashRedisStartOptions,
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
    id: (s) => get(s, 'args', 'id'),
    expires: (s) => get(s, 'body', 'expires'),
    renew: 'upstash_redis_start_create_database',
    credentials: {
      upstash: {
        redis_url: { value: (s) => get(s, 'result', 'endpoint') },
        redis_token: { value: (s) => get(s, 'body', 'token'), secret: true },
      },
      'upstash-redis-start': {
        redis_url: { value: (s) => get(s, 'result', 'endpoint') },
        redis_token: { value: (s) => get(s, 'body', 'token'), secret: true },
      },
    },
  }),
  guard: writeGuard,
  select: (s) => ({
    database_id: get(s, 'body', 'database_id'),
    endpoint: or(
      and(containsText(get(s, 'body', 'endpoint'), '://'), () => get(s, 'body', 'endpoint')),
      () => join('', ['https://', get(s, 'body', 'endpoint')]),
    ),
    metrics_url: get(s, 'body', 'metrics_url'),
    expires: get(s, 'body', 'expires'),
    console_url: get(s, 'body', 'console_url'),
    account: get(s, 'args', 'account'),
  }),
  errors,
};

/**
 * Make a Redis database. Stores an account for it here and in upstash. It expires in three days. Show
 * the user the console URL, where it can be claimed. Store no secrets or personal data.
 */
export function createDatabase(
  account: UpstashRedisStartOptions,
  args: CreateDatabaseArgs = {},
  options?: CallOptions,
): PendingCall<CreateDatabaseResult> {
  return execute(createDatabaseOperation, args, upstashRedisStartAccount(account), options);
}
