import { createHost, createRedactor, type Catalog, type Question, userPolicy } from '@kosmokrator/host';
import { accountOutline, type AccountCheck, checkAccount } from '@kosmokrator/host/accounts';
import type { Account } from '@kosmokrator/runtime';
import { plainly } from '../host/open-catalog.js';
import { askOnTerminal } from '../terminal/ask/ask-on-terminal.js';
import { guardOutput } from '../terminal/guard-output.js';
import { onInterrupt } from '../terminal/on-interrupt.js';
import type { NamedAccount } from './find-account.js';

/** Makes the calls that show whether an account works, under the user's policy. Hides its secrets in output from now on. */
export async function tryAccount(
  catalog: Catalog,
  { manifest, integration, account: name }: NamedAccount,
  account: Account,
  mayAsk: boolean,
): Promise<AccountCheck> {
  const secrets = Object.entries(integration.credentials).filter(([, { type }]) => type === 'secret');
  const redactor = createRedactor(secrets.map(([field]) => account.credentials[field]));
  guardOutput(redactor);
  const ask = (question: Question) => askOnTerminal(question);
  const otherWay = 'pass --no-check, which makes no call';
  const policy = plainly(() => userPolicy({ catalog, otherWay, ...(mayAsk && { ask }) }));
  const host = createHost({ catalog, policy, redactor, accounts: () => account });
  const interrupt = onInterrupt();
  try {
    return await checkAccount(host, manifest, accountOutline(account), {
      account: name,
      signal: interrupt.signal,
    });
  } finally {
    interrupt.stop();
  }
}
