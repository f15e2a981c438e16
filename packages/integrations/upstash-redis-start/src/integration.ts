// Generated from specs/upstash-redis-start/integration.yaml by "pnpm generate". Do not edit.
import type {
  Account,
  AccountOptions,
  Api,
  Credential,
  ErrorRules,
  Integration,
  IntegrationDetails,
} from '@kosmokrator/runtime';
import { bearer, hintMatch, hintWhen, quiet } from '@kosmokrator/runtime/parts';
import { at, equal, get, or, split } from '@kosmokrator/runtime/select';

/** The credentials and settings of one account. */
export interface UpstashRedisStartAccount extends AccountOptions {
  /**
   * REST URL of the database. create_database stores it in the account.
   *
   * `fromEnv` reads it from UPSTASH_REDIS_START_URL.
   */
  readonly redisUrl?: string | undefined;
  /**
   * REST token of the database. create_database stores it in the account.
   *
   * `fromEnv` reads it from UPSTASH_REDIS_START_TOKEN.
   */
  readonly redisToken?: string | undefined;
}

/** Makes an account from options. */
export function upstashRedisStartAccount({
  redisUrl,
  redisToken,
  ...settings
}: UpstashRedisStartAccount = {}): Account {
  return { ...settings, credentials: { redis_url: redisUrl, redis_token: redisToken } };
}

export const redisUrlCredential: Credential = {
  type: 'url',
  env: 'UPSTASH_REDIS_START_URL',
  hosts: ['*.upstash.io'],
};
export const redisTokenCredential: Credential = { type: 'secret', env: 'UPSTASH_REDIS_START_TOKEN' };

export const startApi: Api = { name: 'start', base_url: () => 'https://upstash.com', auth: () => ({}) };

export const redisApi: Api = {
  name: 'redis',
  base_url: (value) => String(value('redis_url')),
  auth: (value) => bearer(value('redis_token')),
};

export const errors: ErrorRules = {
  when: [(scope) => get(scope, 'body', 'error')],
  message: [
    quiet((scope) =>
      or(
        get(scope, 'body', 'error'),
        () => get(scope, 'body', 'message'),
        () => at(split(get(scope, 'body'), '\n'), 0),
      ),
    ),
  ],
  hints: [
    hintWhen(
      (scope) => or(equal(get(scope, 'status'), 401), () => equal(get(scope, 'status'), 404)),
      'A database that nobody claims expires after three days. create_database creates a new one.',
    ),
    hintMatch('NOPERM', 'A read-only token cannot do this. Use the standard token of the database.'),
  ],
};

export const integration: Integration = {
  name: 'upstash-redis-start',
  redact: ['token', 'redis_token', 'rest_token', 'password'],
};

/** What is known of the integration beyond what a single call needs. */
export const details: IntegrationDetails = {
  name: 'upstash-redis-start',
  redact: ['token', 'redis_token', 'rest_token', 'password'],
  credentials: { redis_url: redisUrlCredential, redis_token: redisTokenCredential },
  apis: { start: startApi, redis: redisApi },
};
