// Generated from specs/sample-tool/integration.yaml by "pnpm generate". Do not edit.
import type {
  Account,
  AccountOptions,
  Api,
  Credential,
  ErrorRules,
  Integration,
  IntegrationDetails,
} from '@kosmokrator/runtime';
import { bearer, hintWhen } from '@kosmokrator/runtime/parts';
import { get } from '@kosmokrator/runtime/select';

/** The credentials and settings of one account. */
export interface SampleToolAccount extends AccountOptions {
  /**
   * Where it runs.
   *
   * `fromEnv` reads it from SAMPLE_TOOL_URL.
   */
  readonly apiUrl?: string | undefined;
  /**
   * Key of the account.
   *
   * `fromEnv` reads it from SAMPLE_TOOL_KEY.
   */
  readonly apiKey?: string | undefined;
}

/** Makes an account from options. */
export function sampleToolAccount({ apiUrl, apiKey, ...settings }: SampleToolAccount = {}): Account {
  return { ...settings, credentials: { api_url: apiUrl, api_key: apiKey } };
}

export const apiUrlCredential: Credential = { type: 'url', env: 'SAMPLE_TOOL_URL', hosts: ['*.example.com'] };
export const apiKeyCredential: Credential = { type: 'secret', env: 'SAMPLE_TOOL_KEY' };

export const apiApi: Api = {
  name: 'api',
  base_url: (value) => String(value('api_url')),
  auth: (value) => bearer(value('api_key')),
};

export const errors: ErrorRules = {
  when: [(scope) => get(scope.body, 'error')],
  message: [(scope) => get(scope.body, 'error')],
  hints: [hintWhen((scope) => get(scope.body, 'denied'), 'Check the key.')],
};

export const integration: Integration = { name: 'sample-tool', redact: ['password'] };

/** What is known of the integration beyond what a single call needs. */
export const details: IntegrationDetails = {
  name: 'sample-tool',
  redact: ['password'],
  credentials: { api_url: apiUrlCredential, api_key: apiKeyCredential },
  apis: { api: apiApi },
};
