import { openAccountStore } from '@kosmokrator/host/accounts';
import { KosmoError } from '@kosmokrator/runtime';
import type { CommandContext } from '../../command-context.js';
import { UsageError } from '../../errors/usage-error.js';
import { openCatalog } from '../../host/open-catalog.js';
import { printAnswer } from '../../output/print-answer.js';
import { mayAsk } from '../../terminal/ask/may-ask.js';
import { withPrompts } from '../../terminal/ask/prompts.js';
import { askCredentials } from './ask-credentials.js';
import { isTaken } from './check-taken.js';
import { findAccount } from '../find-account.js';
import { readBaseUrls } from './read-base-urls.js';
import { waysToGive } from '../refuse-words.js';
import { storeAccount } from './store-account.js';

/** How an account is stored, whoever gives its credentials. */
export interface StoreOptions {
  readonly check?: boolean;
  readonly replace?: true;
  readonly baseUrl?: readonly string[];
  readonly nonInteractive?: true;
  readonly json?: true;
}

/** Asks for the credentials of an account, tries them and stores them. */
export async function runConfigure(
  word: string,
  name: string,
  options: StoreOptions,
  context: CommandContext,
): Promise<void> {
  const catalog = openCatalog();
  const named = await findAccount(catalog, word, name);
  const { integration, account } = named;
  if (Object.keys(integration.credentials).length === 0)
    throw new UsageError(`${integration.name} needs no credentials: its functions can be called as it is`);
  if (!mayAsk(context, options)) {
    const [, ...others] = waysToGive(integration.name, account);
    throw new UsageError(
      `kosmo configure asks on a terminal, and there is nobody to ask here: ${others.join(', or ')}`,
    );
  }
  const store = openAccountStore();
  const given = readBaseUrls(options.baseUrl ?? [], named, false);
  // What cannot be stored is told before anybody has typed a secret.
  store.checkUnused(integration, account);
  const credentials = await withPrompts('nothing was stored', async (prompts) => {
    if (!options.replace && (await isTaken(store, named))) {
      const yes = await prompts.confirm(
        `${integration.name} already has an account "${account}". Replace all of it?`,
      );
      if (!yes) throw new KosmoError({ code: 'cancelled', message: 'the account is as it was' });
    }
    return askCredentials(prompts, named, Object.keys(given));
  });
  const check = options.check !== false;
  const answer = await storeAccount(store, catalog, named, {
    credentials,
    baseUrls: given,
    check,
    mayAsk: true,
  });
  await printAnswer(answer, {}, context);
}
