import { accountFromEnv, type AccountResolver, type Environment } from '@kosmokrator/host';

/** What a test gives to each integration, by the integration's name. */
export type Environments = Readonly<Record<string, Environment>>;

/**
 * Accounts from the environment of their own integration only. One environment for all would give what is meant for one
 * integration to another that names a credential or a variable alike.
 */
export function accountOfEnvironments(environments: Environments): AccountResolver {
  return ({ integration }, name) =>
    accountFromEnv(
      integration,
      Object.hasOwn(environments, integration.name) ? environments[integration.name] : {},
      name,
    );
}
