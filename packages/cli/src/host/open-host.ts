import { createHost, createRedactor, type Host, type Question, userPolicy } from '@kosmokrator/host';
import type { Transport } from '@kosmokrator/runtime';
import { askOnTerminal, hasTerminal } from '../terminal/ask/ask-on-terminal.js';
import { openAccounts } from './open-accounts.js';
import { openCatalog, plainly } from './open-catalog.js';
import { guardOutput } from '../terminal/guard-output.js';

interface HostSettings {
  /** Answers every question with yes. What the user's policy denies stays denied. */
  readonly yes: boolean;
  /** Runs a question to the person at the terminal, or asks it in its own way; absent where nobody may be asked. */
  readonly whileAsking?: (ask: () => Promise<boolean>, question: Question) => Promise<boolean>;
  /** Takes the place of the network, for a dry run. */
  readonly transport?: Transport;
}

/** The installed integrations under the user's policy, with questions asked on the terminal. Hides secrets in output. */
export async function openHost({ yes, whileAsking, transport }: HostSettings): Promise<Host> {
  const redactor = createRedactor();
  guardOutput(redactor);
  const ask = (question: Question) => whileAsking!(() => askOnTerminal(question), question);
  const canAsk = whileAsking !== undefined && hasTerminal();
  const catalog = openCatalog();
  return plainly(() => {
    const policy = userPolicy({ catalog, yes, otherWay: 'run with --yes', ...(canAsk && { ask }) });
    const accounts = openAccounts(catalog);
    return createHost({ catalog, policy, redactor, ...accounts, ...(transport && { transport }) });
  });
}
