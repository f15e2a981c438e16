import type { CommandContext } from '../command-context.js';
import { findIntegration } from '../host/find-function.js';
import { openListing } from '../host/open-catalog.js';
import { unknownIntegration } from '../host/unknown-integration.js';
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
  const integration = findIntegration(catalog, name) ?? unknownIntegration(catalog, name);
  return printAnswer(listFunctions(integration, context), print, context);
}
