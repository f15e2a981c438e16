import type { Account } from './account.js';
import { keepSecret } from './secret.js';

/** Environment variables, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What of an integration decides the names of its variables. `IntegrationDetails` are. */
export interface EnvironmentNames {
  readonly name: string;
  readonly credentials: Readonly<Record<string, { readonly env: string; readonly type?: string }>>;
  readonly apis: Readonly<Record<string, unknown>>;
}

/**
 * The default account, from the environment: each credential's own variable,
 * `KOSMO_<INTEGRATION>_<API>_BASE_URL`, `KOSMO_ALLOW_LOOPBACK_HTTP=1` and `KOSMO_ALLOW_PRIVATE_ADDRESSES=1`. Default: the process's own environment,
 * where there is a process: workers and browsers have none.
 */
export function accountFromEnv(
  integration: EnvironmentNames,
  env: Environment = processEnvironment(),
  name = 'default',
): Account {
  const credentials = Object.entries(integration.credentials).map(([field, credential]) => [
    field,
    keepSecret(credential, env[credential.env]),
  ]);
  const baseUrls = Object.keys(integration.apis).map((api) => [
    api,
    env[baseUrlVariable(integration.name, api)],
  ]);
  return {
    name,
    credentials: Object.fromEntries(credentials),
    baseUrls: Object.fromEntries(baseUrls),
    allowLoopbackHttp: env['KOSMO_ALLOW_LOOPBACK_HTTP'] === '1',
    allowPrivateAddresses: env['KOSMO_ALLOW_PRIVATE_ADDRESSES'] === '1',
  };
}

function baseUrlVariable(integration: string, api: string): string {
  return `KOSMO_${integration}_${api}_BASE_URL`.replaceAll('-', '_').toUpperCase();
}

function processEnvironment(): Environment {
  const { process } = globalThis as { readonly process?: { readonly env?: Environment } };
  return process?.env ?? {};
}
