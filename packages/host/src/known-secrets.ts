import type { Account, ConnectSink, Credential, Environment, IntegrationDetails } from '@kosmokrator/runtime';
import type { Redactor } from './redactor/create-redactor.js';

type Value = Account['credentials'][string];

/** Finds the values of secret credentials in the environment. */
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

/** Wraps a sink, so that the redactor knows the secrets of new accounts before they are stored. */
export function knownBefore(redactor: Redactor, sink: ConnectSink): ConnectSink {
  return {
    check: (plan) => sink.check?.(plan),
    async save(made) {
      const values = Object.values(made.accounts).flatMap(({ credentials }) => Object.values(credentials));
      redactor.add(...values.filter((value) => typeof value === 'object'));
      await sink.save(made);
    },
  };
}
