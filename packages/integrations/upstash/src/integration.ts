// Generated from specs/upstash/integration.yaml by "pnpm generate". Do not edit.
import type { AccountOptions, Integration } from '@kosmokrator/runtime';
import { contains, get, or } from '@kosmokrator/runtime/select';

/** The credentials and settings of one account. */
export interface UpstashOptions extends AccountOptions {
  /**
   * REST URL of the database. For the key functions.
   *
   * `fromEnv` reads it from UPSTASH_REDIS_REST_URL.
   */
  readonly redisUrl?: string | undefined;
  /**
   * REST token of the database, standard or read-only. For the key functions.
   *
   * `fromEnv` reads it from UPSTASH_REDIS_REST_TOKEN.
   */
  readonly redisToken?: string | undefined;
  /**
   * E-mail address of the Upstash account. For the account functions.
   *
   * `fromEnv` reads it from UPSTASH_EMAIL.
   */
  readonly email?: string | undefined;
  /**
   * Developer API key of the account or team. Not the REST token. For the account functions.
   *
   * `fromEnv` reads it from UPSTASH_API_KEY.
   */
  readonly apiKey?: string | undefined;
}

export const integration: Integration = {
  name: 'upstash',
  credentials: {
    redis_url: { type: 'url', env: 'UPSTASH_REDIS_REST_URL', hosts: ['*.upstash.io'] },
    redis_token: { type: 'secret', env: 'UPSTASH_REDIS_REST_TOKEN' },
    email: { type: 'string', env: 'UPSTASH_EMAIL' },
    api_key: { type: 'secret', env: 'UPSTASH_API_KEY' },
  },
  apis: {
    redis: { base_url: { $value: 'redis_url' }, auth: [{ bearer: { $value: 'redis_token' } }] },
    platform: {
      base_url: 'https://api.upstash.com/v2',
      auth: [{ basic: { username: { $value: 'email' }, password: { $value: 'api_key' } } }],
    },
  },
  errors: {
    when: (s) => get(s, 'body', 'error'),
    message: (s) => or(get(s, 'body', 'error'), () => get(s, 'body', 'message')),
    hints: [
      {
        when: (s) =>
          contains(
            or(
              get(s, 'body', 'error'),
              () => get(s, 'body', 'message'),
              () => '',
            ),
            'WRONGPASS',
          ),
        hint: 'Check the REST token; the developer API key does not work here.',
      },
    ],
  },
  redact: ['password', 'rest_token', 'read_only_rest_token'],
};
