import { openAccountStore } from '@kosmokrator/host/accounts';
import { accountFromEnv } from '@kosmokrator/runtime';
import { readObject } from '../../arguments/read-given.js';
import type { CommandContext } from '../../command-context.js';
import { UsageError } from '../../errors/usage-error.js';
import { openCatalog } from '../../host/open-catalog.js';
import { printAnswer } from '../../output/print-answer.js';
import { mayAsk } from '../../terminal/ask/may-ask.js';
import { refuseTaken } from './check-taken.js';
import { findAccount, type NamedAccount } from '../find-account.js';
import { readBaseUrls } from './read-base-urls.js';
import { waysToGive } from '../refuse-words.js';
import type { StoreOptions } from './run-configure.js';
import { storeAccount } from './store-account.js';

export interface AddOptions extends StoreOptions {
  readonly fromEnv?: true;
  readonly stdinJson?: true;
}

/** Stores an account without asking anybody: as `configure` does, with credentials of the environment or of standard input. */
export async function runAdd(
  word: string,
  name: string,
  options: AddOptions,
  context: CommandContext,
): Promise<void> {
  const catalog = openCatalog();
  const named = await findAccount(catalog, word, name);
  const { integration, account } = named;
  if (Boolean(options.fromEnv) === Boolean(options.stdinJson))
    throw new UsageError(
      `say where the credentials come from: ${waysToGive(integration.name, account).join(', or ')}`,
    );
  const store = openAccountStore();
  if (!options.replace) await refuseTaken(store, named);
  const baseUrls = readBaseUrls(options.baseUrl ?? [], named, options.fromEnv === true);
  const credentials = options.fromEnv ? fromEnvironment(named) : await fromInput(named);
  const check = options.check !== false;
  const asks = mayAsk(context, options) && !options.stdinJson;
  const answer = await storeAccount(store, catalog, named, { credentials, baseUrls, check, mayAsk: asks });
  await printAnswer(answer, {}, context);
}

function fromEnvironment({ integration, manifest }: NamedAccount) {
  const { credentials } = accountFromEnv(integration);
  if (Object.values(credentials).some(Boolean)) return credentials;
  const variables = manifest.credentials.map(({ env }) => env).join(', ');
  throw new UsageError(`--from-env takes ${variables || 'nothing'}, and none of them is set`);
}

async function fromInput({ manifest }: NamedAccount): Promise<Record<string, string>> {
  if (process.stdin.isTTY)
    throw new UsageError(
      '--stdin-json reads a pipe or a file, and standard input is a terminal, which would show secrets',
    );
  const example = JSON.stringify(
    Object.fromEntries(manifest.credentials.slice(0, 2).map(({ name }) => [name, '…'])),
  );
  const given = await readObject('-', example);
  for (const [name, value] of Object.entries(given)) {
    if (typeof value !== 'string' && value !== null)
      throw new UsageError(
        `${manifest.credentials.some((one) => one.name === name) ? name : 'a member'} on standard input must be text`,
      );
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) as Record<
    string,
    string
  >;
}
