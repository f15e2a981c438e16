import type { HostOptions } from '@kosmokrator/runtime/host';

type Accounts = Required<Pick<HostOptions, 'accounts' | 'accountNames'>>;

/** The user's accounts. They are looked for when a call or a script needs one, and not before. */
export function openAccounts(): Accounts {
  let opened: Promise<Accounts> | undefined;
  const accounts = () => (opened ??= load());
  return {
    accounts: async (operation, name) => (await accounts()).accounts(operation, name),
    accountNames: async (integration) => (await accounts()).accountNames(integration),
  };
}

async function load(): Promise<Accounts> {
  const { accountNames, accountResolver, openAccountStore } = await import('@kosmokrator/runtime/accounts');
  const store = openAccountStore();
  return { accounts: accountResolver(store), accountNames: accountNames(store) };
}
