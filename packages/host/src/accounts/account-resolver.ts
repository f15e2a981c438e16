import { type ErrorDetails, isKosmoError, KosmoError } from '@kosmokrator/runtime';
import type { AccountNames, AccountResolver } from '../host.js';
import type { AccountStore } from './account-store.js';
import { requireCredentials } from './state/require-credentials.js';

/** For `createHost({ accounts: accountResolver(openAccountStore()) })`: named accounts, and `default` as the store has it. */
export function accountResolver(store: Pick<AccountStore, 'resolve'>): AccountResolver {
  return async (operation, name) => {
    try {
      const account = await store.resolve(operation.integration, name);
      requireCredentials(operation, account, account.name ?? name);
      return account;
    } catch (error) {
      if (!isKosmoError(error)) throw error;
      const details = error.toJSON() as unknown as ErrorDetails;
      throw new KosmoError({ account: name, ...details, function: operation.name });
    }
  };
}

/** For `createHost({ accountNames: accountNames(store) })`: the names that scripts can write after the namespace. */
export function accountNames(store: Pick<AccountStore, 'list'>): AccountNames {
  return async (integration) => {
    const stored = await store.list();
    return stored.filter((one) => one.integration === integration).map((one) => one.name);
  };
}
