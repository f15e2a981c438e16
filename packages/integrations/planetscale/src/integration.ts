// Generated from specs/planetscale/integration.yaml by "pnpm generate". Do not edit.
import type {
  Account,
  AccountOptions,
  Api,
  Credential,
  ErrorRules,
  Integration,
  IntegrationDetails,
} from '@kosmokrator/runtime';
import { authHeader, bearer, firstOf, hintWhen, quiet, text } from '@kosmokrator/runtime/parts';
import { at, equal, get, or } from '@kosmokrator/runtime/select';

/** The credentials and settings of one account. */
export interface PlanetScaleAccount extends AccountOptions {
  /**
   * Id of the service token.
   *
   * `fromEnv` reads it from PLANETSCALE_SERVICE_TOKEN_ID.
   */
  readonly serviceTokenId?: string | undefined;
  /**
   * The service token.
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

/** Makes an account from options. */
export function planetscaleAccount({
  serviceTokenId,
  serviceToken,
  accessToken,
  ...settings
}: PlanetScaleAccount = {}): Account {
  return {
    ...settings,
    credentials: { service_token_id: serviceTokenId, service_token: serviceToken, access_token: accessToken },
  };
}

export const serviceTokenIdCredential: Credential = { type: 'string', env: 'PLANETSCALE_SERVICE_TOKEN_ID' };
export const serviceTokenCredential: Credential = { type: 'secret', env: 'PLANETSCALE_SERVICE_TOKEN' };
export const accessTokenCredential: Credential = { type: 'secret', env: 'PLANETSCALE_ACCESS_TOKEN' };

export const apiApi: Api = {
  name: 'api',
  base_url: () => 'https://api.planetscale.com/v1',
  auth: firstOf(
    (value) => authHeader('authorization', text(value('service_token_id'), ':', value('service_token'))),
    (value) => bearer(value('access_token')),
  ),
};

export const errors: ErrorRules = {
  when: [],
  message: [
    quiet((scope) =>
      or(
        get(scope, 'body', 'message'),
        () => get(at(get(scope, 'body', 'errors'), 0), 'message'),
        () => at(get(at(get(scope, 'body', 'errors'), 0), 'errors'), 0),
      ),
    ),
  ],
  hints: [
    hintWhen(
      (scope) => equal(get(scope, 'status'), 404),
      "PlanetScale also returns this if a service token lacks permission. Check the names, then check the token's access to the organization and the database.",
    ),
    hintWhen(
      (scope) => equal(get(scope, 'status'), 401),
      'Check that the id belongs to the service token, or that the OAuth token has not expired.',
    ),
    hintWhen(
      (scope) => equal(get(scope, 'status'), 403),
      'The token lacks permission for this. Give it access to the organization or the database.',
    ),
  ],
};

export const integration: Integration = { name: 'planetscale', redact: ['plain_text', 'password', 'token'] };

/** What is known of the integration beyond what a single call needs. */
export const details: IntegrationDetails = {
  name: 'planetscale',
  redact: ['plain_text', 'password', 'token'],
  credentials: {
    service_token_id: serviceTokenIdCredential,
    service_token: serviceTokenCredential,
    access_token: accessTokenCredential,
  },
  apis: { api: apiApi },
};
