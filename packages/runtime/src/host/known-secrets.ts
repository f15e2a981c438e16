import type { Account } from '../account.js';
import type { Environment } from '../account-from-env.js';
import type { Credential, IntegrationDetails } from '../operation.js';

type Value = Account['credentials'][string];

/** What the environment holds for secret credentials. */
export function environmentSecrets(
  credentials: readonly Pick<Credential, 'type' | 'env'>[],
  env: Environment,
): Value[] {
  return credentials.filter(({ type }) => type === 'secret').map((credential) => env[credential.env]);
}

export function accountSecrets(integration: IntegrationDetails, { credentials }: Account): Value[] {
  const fields = Object.entries(integration.credentials).filter(([, { type }]) => type === 'secret');
  return fields.map(([name]) => credentials[name]);
}
