import type { Catalog, HostOptions } from '@kosmokrator/host';
import { letFinish } from '../terminal/let-finish.js';

type Accounts = Required<Pick<HostOptions, 'accounts' | 'accountNames' | 'connect'>>;

/** The user's accounts. They are looked for when a call or a script needs one, and not before. */
export function openAccounts(catalog: Catalog): Accounts {
  let opened: Promise<Accounts> | undefined;
  const accounts = () => (opened ??= load(catalog));
  return {
    accounts: async (operation, name) => (await accounts()).accounts(operation, name),
    accountNames: async (integration) => (await accounts()).accountNames(integration),
    connect: {
      check: async (plan) => (await accounts()).connect.check?.(plan),
      save: async (made) => letFinish(accounts().then(async ({ connect }) => connect.save(made))),
    },
  };
}

async function load(catalog: Catalog): Promise<Accounts> {
  const { accountNames, accountResolver, accountSink, openAccountStore } =
    await import('@kosmokrator/host/accounts');
  const store = openAccountStore();
  return {
    accounts: accountResolver(store),
    accountNames: accountNames(store),
    connect: accountSink(store, catalog),
  };
}
