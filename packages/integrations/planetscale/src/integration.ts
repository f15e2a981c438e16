// Generated from specs/planetscale/integration.yaml by "pnpm generate". Do not edit.
import type { AccountOptions, Integration } from '@kosmokrator/runtime';
import { at, get, or } from '@kosmokrator/runtime/select';

/** The credentials and settings of one account. */
export interface PlanetscaleOptions extends AccountOptions {
  /**
   * Id of a service token. Goes with service_token.
   *
   * `fromEnv` reads it from PLANETSCALE_SERVICE_TOKEN_ID.
   */
  readonly serviceTokenId?: string | undefined;
  /**
   * The service token itself.
   *
   * `fromEnv` reads it from PLANETSCALE_SERVICE_TOKEN.
   */
  readonly serviceToken?: string | undefined;
  /**
   * OAuth access token, instead of a service token.
   *
   * `fromEnv` reads it from PLANETSCALE_ACCESS_TOKEN.
   */
  readonly accessToken?: string | undefined;
}

export const integration: Integration = {
  name: 'planetscale',
  credentials: {
    service_token_id: { type: 'string', env: 'PLANETSCALE_SERVICE_TOKEN_ID' },
    service_token: { type: 'secret', env: 'PLANETSCALE_SERVICE_TOKEN' },
    access_token: { type: 'secret', env: 'PLANETSCALE_ACCESS_TOKEN' },
  },
  apis: {
    api: {
      base_url: 'https://api.planetscale.com/v1',
      auth: [
        {
          header: {
            name: 'Authorization',
            value: { $text: [{ $value: 'service_token_id' }, ':', { $value: 'service_token' }] },
          },
        },
        { bearer: { $value: 'access_token' } },
      ],
    },
  },
  errors: {
    message: (s) =>
      or(
        get(s, 'body', 'message'),
        () => get(at(get(s, 'body', 'errors'), 0), 'message'),
        () => at(get(at(get(s, 'body', 'errors'), 0), 'errors'), 0),
      ),
  },
  redact: ['plain_text', 'password', 'token'],
};
