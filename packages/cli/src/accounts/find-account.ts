import { type Catalog, type InstalledIntegration, quoteText } from '@kosmokrator/host';
import { didYouMean } from '@kosmokrator/runtime';
import { checkAccountName, describeIntegration, type DescribedIntegration } from '@kosmokrator/host/accounts';
import { UsageError } from '../errors/usage-error.js';
import { findIntegration } from '../host/find-function.js';
import { waysToGive } from './refuse-words.js';

/** What a command line names: an installed integration, and a name that an account of it can have. */
export interface NamedAccount {
  readonly manifest: InstalledIntegration['manifest'];
  readonly integration: DescribedIntegration;
  readonly account: string;
}

/** Throws a UsageError for an integration that is not installed, and for a name that no account can have. */
export async function findAccount(catalog: Catalog, word: string, account: string): Promise<NamedAccount> {
  const found = findIntegration(catalog, word);
  if (!found) throw notInstalled(catalog, word);
  // What is no name may be a secret, so that it is not repeated.
  if (!/^[a-z][a-z0-9_]{0,63}$/.test(account))
    throw new UsageError(
      "the account's name must be 1 to 64 lower-case letters, digits or _, and begin with a letter; " +
        `credentials are never taken from the command line: ${waysToGive('NAME', 'ACCOUNT').join(', or ')}`,
    );
  const integration = await describeIntegration(catalog, found.manifest.name);
  checkAccountName(integration, account);
  return { manifest: found.manifest, integration, account };
}

function notInstalled(catalog: Catalog, word: string): UsageError {
  const names = catalog.integrations.map(({ manifest }) => manifest.name);
  const hint = catalog.untrusted(word) || didYouMean(word, names) || '; "kosmo list" shows what there is';
  return new UsageError(`no integration ${quoteText(word)} is installed${hint}`);
}
