import { quoteText } from '@kosmokrator/host';
import { didYouMean } from '@kosmokrator/runtime';
import { readWords } from '../arguments/read-words.js';
import type { CommandContext } from '../command-context.js';
import { UsageError } from '../errors/usage-error.js';
import { findIntegration, functionOf } from '../host/find-function.js';
import { openCatalog } from '../host/open-catalog.js';
import { checkFormat } from '../output/format-data.js';
import { printAnswer } from '../output/print-answer.js';
import { listFunctions } from '../listing/list-installed.js';
import { runCall } from './run-call.js';

/** Runs `kosmo INTEGRATION FUNCTION`, and lists the functions of an integration that is named alone. */
export async function runShort(
  words: readonly string[],
  commands: readonly string[],
  context: CommandContext,
): Promise<void> {
  const { plain, own } = readWords(words, () => true);
  const [first = '', second] = plain;
  if (second !== undefined)
    return runCall(words, (catalog) => find(catalog, first, second, commands), context);
  const catalog = openCatalog();
  const integration = findIntegration(catalog, first) ?? unknownWord(catalog, first, commands);
  const [format] = own['format'] ?? [];
  const print = { format: checkFormat(format), quiet: own['quiet'] !== undefined };
  await printAnswer(listFunctions(integration, context), print, context);
}

type Catalog = ReturnType<typeof openCatalog>;

function find(catalog: Catalog, first: string, second: string, commands: readonly string[]) {
  const integration = findIntegration(catalog, first) ?? unknownWord(catalog, first, commands);
  const known = functionOf(integration, second);
  return { known, used: 2, command: `kosmo ${integration.manifest.name} ${known.function.name}` };
}

function unknownWord(catalog: Catalog, word: string, commands: readonly string[]): never {
  const names = catalog.integrations.map(({ manifest }) => manifest.name);
  const hint = catalog.untrusted(word) || didYouMean(word, [...commands, ...names]);
  const list = '; "kosmo list" shows the integrations, "kosmo --help" the commands';
  throw new UsageError(`no command and no installed integration is called ${quoteText(word)}${hint || list}`);
}
