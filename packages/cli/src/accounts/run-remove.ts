import { openAccountStore } from '@kosmokrator/host/accounts';
import { quoteText } from '@kosmokrator/host';
import type { CommandContext } from '../command-context.js';
import { UnusableError } from '../errors/usage-error.js';
import { printAnswer } from '../output/print-answer.js';

/** Removes a stored account. Its integration need not be installed any more. */
export async function runRemove(integration: string, name: string, context: CommandContext): Promise<void> {
  const removed = await openAccountStore().remove({ name: integration, credentials: {}, apis: {} }, name);
  if (!removed)
    throw new UnusableError(
      `${quoteText(integration)} has no stored account ${quoteText(name)}; run "kosmo accounts" to list them`,
    );
  const data = { integration, account: name, removed };
  await printAnswer({ data, text: () => `Removed the account "${name}" of ${integration}.\n` }, {}, context);
}
