import type { Account } from '../account.js';
import type { Environment } from '../account-from-env.js';
import type { IntegrationDetails } from '../operation.js';
import type { Catalog } from './catalog.js';

type Value = Account['credentials'][string];

/** What the environment holds for the secret credentials of all installed integrations. */
export function environmentSecrets(
  { integrations }: Pick<Catalog, 'integrations'>,
  env: Environment,
): Value[] {
  const credentials = integrations.flatMap(({ manifest }) => manifest.credentials);
  return credentials.filter(({ type }) => type === 'secret').map((credential) => env[credential.env]);
}

export function accountSecrets(integration: IntegrationDetails, { credentials }: Account): Value[] {
  const fields = Object.entries(integration.credentials).filter(([, { type }]) => type === 'secret');
  return fields.map(([name]) => credentials[name]);
}
