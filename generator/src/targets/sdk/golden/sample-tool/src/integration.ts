// Generated from specs/sample-tool/integration.yaml by "pnpm generate". Do not edit.
import type { AccountOptions, Integration } from '@kosmokrator/runtime';
import { get } from '@kosmokrator/runtime/select';

/** The credentials and settings of one account. */
export interface SampleToolOptions extends AccountOptions {
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

export const integration: Integration = {
  name: 'sample-tool',
  credentials: {
    api_url: { type: 'url', env: 'SAMPLE_TOOL_URL', hosts: ['*.example.com'] },
    api_key: { type: 'secret', env: 'SAMPLE_TOOL_KEY' },
  },
  apis: { api: { base_url: { $value: 'api_url' }, auth: [{ bearer: { $value: 'api_key' } }] } },
  errors: {
    when: (s) => get(s.body, 'error'),
    message: (s) => get(s.body, 'error'),
    hints: [{ when: (s) => get(s.body, 'denied'), hint: 'Check the key.' }],
  },
  redact: ['password'],
};
