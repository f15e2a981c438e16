import { documentedAccounts } from '@kosmokrator/generator';
import { createHost, createPolicy, type Catalog } from '@kosmokrator/host';
import { accountOfEnvironments, type Environments } from '@kosmokrator/testing/account-of-environments';
import { forget } from '../surfaces/surface.js';

/**
 * A host for what the docs show, where every write is allowed. The accounts that they name have the credentials of the
 * default one of the same integration, and accounts that functions make are not kept.
 */
export function openDocumentedHost(catalog: Catalog, environments: Environments) {
  return createHost({
    catalog,
    env: {},
    policy: createPolicy({ yes: true }),
    accounts: accountOfEnvironments(environments),
    accountNames: () => documentedAccounts,
    connect: forget,
  });
}
