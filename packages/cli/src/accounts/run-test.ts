import { openAccountStore } from '@kosmokrator/host/accounts';
import type { CommandContext } from '../command-context.js';
import { openCatalog } from '../host/open-catalog.js';
import { printAnswer } from '../output/print-answer.js';
import { mayAsk } from '../terminal/ask/may-ask.js';
import { findAccount } from './find-account.js';
import { checkLines } from './new/store-account.js';
import { tryAccount } from './try-account.js';

/** Makes the calls that show whether an account works. */
export async function runTest(
  word: string,
  name: string,
  options: { readonly nonInteractive?: true },
  context: CommandContext,
): Promise<void> {
  const catalog = openCatalog();
  const named = await findAccount(catalog, word, name);
  const { integration, account } = named;
  const found = await openAccountStore().resolve(integration, account);
  const tried = await tryAccount(catalog, named, found, mayAsk(context, options));
  const data = { integration: integration.name, account, checked: tried.calls, unchecked: tried.unchecked };
  const text = () => `${checkLines(integration.name, tried).join('\n')}\n`;
  await printAnswer({ data, text }, {}, context);
}
