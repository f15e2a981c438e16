// Generated from specs/example-service/integration.yaml by "pnpm generate". Do not edit.
import type {
  Account,
  AccountOptions,
  Api,
  Credential,
  ErrorRules,
  Integration,
  IntegrationDetails,
} from '@kosmokrator/runtime';
import { bearer, firstOf, hintWhen } from '@kosmokrator/runtime/parts';
import { get } from '@kosmokrator/runtime/select';

/** The credentials and settings of one account. */
export interface ExampleServiceAccount extends AccountOptions {
  /**
   * A token.
   *
   * `fromEnv` reads it from EXAMPLE_TOKEN.
   */
  readonly token?: string | undefined;
  /**
   * Where it is.
   *
   * `fromEnv` reads it from EXAMPLE_URL.
   */
  readonly url?: string | undefined;
}

/** Makes an account from options. */
export function exampleServiceAccount({ token, url, ...settings }: ExampleServiceAccount = {}): Account {
  return { ...settings, credentials: { token, url } };
}

export const tokenCredential: Credential = { type: 'secret', env: 'EXAMPLE_TOKEN' };
export const urlCredential: Credential = { type: 'url', env: 'EXAMPLE_URL', hosts: ['*.example.com'] };

export const mainApi: Api = {
  name: 'main',
  base_url: (value) => String(value('url')),
  auth: firstOf(
    (value) => bearer(value('token')),
    () => ({}),
  ),
};

export const errors: ErrorRules = {
  when: [(scope) => get(scope.body, 'error')],
  message: [(scope) => get(scope.body, 'error')],
  hints: [hintWhen((scope) => get(scope.body, 'denied'), 'Check the key.')],
};

export const integration: Integration = { name: 'example-service', redact: ['secret'] };

/** What is known of the integration beyond what a single call needs. */
export const details: IntegrationDetails = {
  name: 'example-service',
  redact: ['secret'],
  credentials: { token: tokenCredential, url: urlCredential },
  apis: { main: mainApi },
};
