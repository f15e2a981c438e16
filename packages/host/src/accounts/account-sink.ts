import type { ConnectSink } from '@kosmokrator/runtime';
import type { Catalog } from '../catalog/catalog.js';
import { describeIntegration, type DescribedIntegration } from './account-integration.js';
import type { AccountStore } from './account-store.js';

type Installed = Pick<Catalog, 'integration' | 'details'>;

/**
 * Keeps in a store the accounts that functions with `connects` make: for `createHost({ connect })`, and for the
 * `connect` of an SDK's account. Integrations that are not installed are passed over. It never replaces another account:
 * only one with the same `connection.id`, or one that has expired; else both methods throw `conflict`. `check` throws also
 * where nothing can be stored, so that no credentials are made which nobody keeps.
 */
export function accountSink(
  store: Pick<AccountStore, 'checkFree' | 'prepare' | 'set'>,
  catalog: Installed,
): Required<ConnectSink> {
  const describe = async (names: readonly string[]): Promise<DescribedIntegration[]> =>
    Promise.all(
      names
        .filter((name) => catalog.integration(name) !== undefined)
        .map(async (name) => describeIntegration(catalog, name)),
    );
  return {
    async check({ account, integrations, id }) {
      for (const integration of await describe(integrations)) await store.checkFree(integration, account, id);
      await store.prepare();
    },
    async save({ account, connection, accounts }) {
      const described = await describe(Object.keys(accounts));
      for (const integration of described) await store.checkFree(integration, account, connection.id);
      for (const integration of described) {
        const { credentials, baseUrls = {}, allowPrivateAddresses = false } = accounts[integration.name]!;
        await store.set(integration, account, credentials, { baseUrls, allowPrivateAddresses, connection });
      }
    },
  };
}
