// Generated from specs/upstash/integration.yaml by "pnpm generate". Do not edit.
import type {
  Account,
  AccountOptions,
  Api,
  Credential,
  ErrorRules,
  Integration,
  IntegrationDetails,
} from '@kosmokrator/runtime';
import { basic, bearer, hintMatch } from '@kosmokrator/runtime/parts';
import { get, or } from '@kosmokrator/runtime/select';

/** The credentials and settings of one account. */
export interface UpstashAccount extends AccountOptions {
  /**
   * REST URL of the database, for get_key, set_key, delete_key and list_keys.
   *
   * `fromEnv` reads it from UPSTASH_REDIS_REST_URL.
   */
  readonly redisUrl?: string | undefined;
  /**
   * REST token of the same database, standard or read-only.
   *
   * `fromEnv` reads it from UPSTASH_REDIS_REST_TOKEN.
   */
  readonly redisToken?: string | undefined;
  /**
   * E-mail address of the Upstash account, for list_databases, get_database and get_current_user.
   *
   * `fromEnv` reads it from UPSTASH_EMAIL.
   */
  readonly email?: string | undefined;
  /**
   * Developer API key of the same account, or of a team. It is not the REST token.
   *
   * `fromEnv` reads it from UPSTASH_API_KEY.
   */
  readonly apiKey?: string | undefined;
}

/** Makes an account from options. */
export function upstashAccount({
  redisUrl,
  redisToken,
  email,
  apiKey,
  ...settings
}: UpstashAccount = {}): Account {
  return {
    ...settings,
    credentials: { redis_url: redisUrl, redis_token: redisToken, email, api_key: apiKey },
  };
}

export const redisUrlCredential: Credential = {
  type: 'url',
  env: 'UPSTASH_REDIS_REST_URL',
  hosts: ['*.upstash.io'],
};
export const redisTokenCredential: Credential = { type: 'secret', env: 'UPSTASH_REDIS_REST_TOKEN' };
export const emailCredential: Credential = { type: 'string', env: 'UPSTASH_EMAIL' };
export const apiKeyCredential: Credential = { type: 'secret', env: 'UPSTASH_API_KEY' };

export const redisApi: Api = {
  name: 'redis',
  base_url: (value) => String(value('redis_url')),
  auth: (value) => bearer(value('redis_token')),
};

export const platformApi: Api = {
  name: 'platform',
  base_url: () => 'https://api.upstash.com/v2',
  auth: (value) => basic(value('email'), value('api_key')),
};

export const errors: ErrorRules = {
  when: [(scope) => get(scope, 'body', 'error')],
  message: [(scope) => or(get(scope, 'body', 'error'), () => get(scope, 'body', 'message'))],
  hints: [
    hintMatch(
      'WRONGPASS',
      'Use a REST token, not the API key. A database created without a sign-up may have expired.',
    ),
  ],
};

export const integration: Integration = {
  name: 'upstash',
  redact: ['password', 'rest_token', 'read_only_rest_token'],
};

/** What is known of the integration beyond what a single call needs. */
export const details: IntegrationDetails = {
  name: 'upstash',
  redact: ['password', 'rest_token', 'read_only_rest_token'],
  credentials: {
    redis_url: redisUrlCredential,
    redis_token: redisTokenCredential,
    email: emailCredential,
    api_key: apiKeyCredential,
  },
  apis: { redis: redisApi, platform: platformApi },
};
