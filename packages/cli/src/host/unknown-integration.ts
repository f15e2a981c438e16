import { type Catalog, quoteText } from '@kosmokrator/host';
import { didYouMean } from '@kosmokrator/runtime';
import { UsageError } from '../errors/usage-error.js';

/** Throws a UsageError for an integration that is not installed, with near names. */
export function unknownIntegration(catalog: Catalog, word: string): never {
  const names = catalog.integrations.map(({ manifest }) => manifest.name);
  const hint = catalog.untrusted(word) || didYouMean(word, names) || '; "kosmo list" shows what there is';
  throw new UsageError(`no integration ${quoteText(word)} is installed${hint}`);
}
