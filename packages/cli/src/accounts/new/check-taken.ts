import type { AccountStore } from '@kosmokrator/host/accounts';
import { KosmoError } from '@kosmokrator/runtime';
import type { NamedAccount } from '../find-account.js';

/** Whether an account of that name is stored. Reads no credential. */
export async function isTaken(store: AccountStore, { integration, account }: NamedAccount): Promise<boolean> {
  const listed = await store.list();
  return listed.some(({ integration: name, name: other }) => name === integration.name && other === account);
}

/** Throws `conflict`: what an account held may exist nowhere else. */
export async function refuseTaken(store: AccountStore, named: NamedAccount): Promise<void> {
  if (!(await isTaken(store, named))) return;
  const { integration, account } = named;
  throw new KosmoError({
    code: 'conflict',
    message: `${integration.name} already has an account "${account}"; pass --replace to replace all of it, or choose another name`,
    integration: integration.name,
    account,
    param: 'account',
  });
}
