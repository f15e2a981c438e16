import type { Account } from '../account.js';
import { keepSecret } from './secret.js';

/** Environment variables, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The part of `IntegrationDetails` that the names of variables are made from. */
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
  const baseUrls = baseUrlVariables(integration).map(([api, variable]) => [api, env[variable]]);
  return {
    name,
    credentials: Object.fromEntries(credentials),
    baseUrls: Object.fromEntries(baseUrls),
    allowLoopbackHttp: env['KOSMO_ALLOW_LOOPBACK_HTTP'] === '1',
    allowPrivateAddresses: env['KOSMO_ALLOW_PRIVATE_ADDRESSES'] === '1',
  };
}

type Variables = readonly (readonly [api: string, variable: string])[];
// An account is read from the environment for each call of a host.
const known = new WeakMap<EnvironmentNames, Variables>();

function baseUrlVariables(integration: EnvironmentNames): Variables {
  const before = known.get(integration);
  if (before) return before;
  const variables = Object.keys(integration.apis).map((api) => {
    const words = `KOSMO_${integration.name}_${api}_BASE_URL`;
    return [api, words.replaceAll('-', '_').toUpperCase()] as const;
  });
  known.set(integration, variables);
  return variables;
}

function processEnvironment(): Environment {
  const { process } = globalThis as { readonly process?: { readonly env?: Environment } };
  return process?.env ?? {};
}
