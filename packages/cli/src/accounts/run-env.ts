import { openAccountStore } from '@kosmokrator/host/accounts';
import { KosmoError } from '@kosmokrator/runtime';
import { reveal } from '@kosmokrator/runtime/internal';
import type { CommandContext } from '../command-context.js';
import { openCatalog } from '../host/open-catalog.js';
import { printAnswer } from '../output/print-answer.js';
import { mayAsk } from '../terminal/ask/may-ask.js';
import { withPrompts } from '../terminal/ask/prompts.js';
import { quoteForShell } from '../terminal/quote-for-shell.js';
import { findAccount, type NamedAccount } from './find-account.js';

export interface EnvOptions {
  readonly yes?: true;
  readonly nonInteractive?: true;
}

/** Prints the credentials of an account as the variables that the vendor's own client takes, once a person has said yes. */
export async function runEnv(
  word: string,
  name: string,
  options: EnvOptions,
  context: CommandContext,
): Promise<void> {
  const named = await findAccount(openCatalog(), word, name);
  const { manifest, integration, account } = named;
  const { credentials } = await openAccountStore().resolve(integration, account);
  const pairs = manifest.credentials.flatMap(({ name: field, env, client_env: own }) => {
    const value = reveal(credentials[field])?.trim();
    return value ? [[own ?? env, value] as const] : [];
  });
  if (pairs.length === 0)
    throw refusal(
      named,
      'missing_credentials',
      `has no credentials; run "kosmo configure ${integration.name}"`,
    );
  if (!options.yes && !(mayAsk(context, options) && (await isPermitted(named))))
    throw refusal(
      named,
      'approval_required',
      'was not printed, since its secrets would be readable: pass --yes to print them',
    );
  const variables = Object.fromEntries(pairs);
  const text = () =>
    pairs.map(([variable, value]) => `export ${variable}=${quoteForShell(value)}\n`).join('');
  await printAnswer({ data: { integration: integration.name, account, variables }, text }, {}, context);
}

function isPermitted({ integration, account }: NamedAccount): Promise<boolean> {
  return withPrompts('nothing was printed', ({ confirm }) =>
    confirm(`Print the secrets of the account "${account}" of ${integration.name}, readable?`),
  );
}

function refusal(
  { integration, account }: NamedAccount,
  code: 'missing_credentials' | 'approval_required',
  what: string,
): KosmoError {
  const message = `the account "${account}" of ${integration.name} ${what}`;
  return new KosmoError({ code, message, integration: integration.name, account });
}
