import { quoteText } from '@kosmokrator/host';
import { didYouMean } from '@kosmokrator/runtime';
import type { CommandContext } from '../command-context.js';
import { UsageError } from '../errors/usage-error.js';
import { findIntegration } from '../host/find-function.js';
import { openListing } from '../host/open-catalog.js';
import type { FormatOptions } from '../output/add-format-options.js';
import { printAnswer } from '../output/print-answer.js';
import { readFormat } from '../output/read-format.js';
import { listFunctions, listIntegrations } from './list-installed.js';

export async function runList(
  name: string | undefined,
  options: FormatOptions,
  context: CommandContext,
): Promise<void> {
  const print = await readFormat(options);
  const catalog = openListing();
  if (name === undefined) return printAnswer(listIntegrations(catalog, context), print, context);
  const integration = findIntegration(catalog, name);
  if (integration) return printAnswer(listFunctions(integration, context), print, context);
  const names = catalog.integrations.map(({ manifest }) => manifest.name);
  const hint = catalog.untrusted(name) || didYouMean(name, names) || '; "kosmo list" shows what there is';
  throw new UsageError(`no integration ${quoteText(name)} is installed${hint}`);
}
