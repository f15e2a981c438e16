import type { Account, Policy } from '@kosmokrator/runtime';

/**
 * An account that is looked up when the policy has permitted the call, and not before: a call that is denied opens no
 * keychain, and is denied whether or not there is such an account.
 */
export function lateAccount(name: string, policy: Policy, find: (name: string) => Promise<Account>): Account {
  const account: Account = {
    name,
    credentials: {},
    async policy(request) {
      await policy(request);
      const found = await find(name);
      // One that goes by several names falls under the rules for its own, too.
      if (found.name !== undefined && found.name !== name) await policy({ ...request, account: found.name });
      Object.assign(account, found);
    },
  };
  return account;
}
