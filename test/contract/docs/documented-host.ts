import { documentedAccounts } from '@kosmokrator/generator';
import { accountFromEnv, createHost, createPolicy, type Catalog, type Environment } from '@kosmokrator/host';
import { forget } from '../surfaces/surface.js';

/**
 * A host for what the docs show, where every write is allowed. The account that they name has the credentials of the
 * default one, and accounts that functions make are not kept.
 */
export function openDocumentedHost(catalog: Catalog, env: Environment) {
  return createHost({
    catalog,
    env,
    policy: createPolicy({ yes: true }),
    accounts: (operation, name) => ({ ...accountFromEnv(operation.integration, env), name }),
    accountNames: () => documentedAccounts,
    connect: forget,
  });
}
