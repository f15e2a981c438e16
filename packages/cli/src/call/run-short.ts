import { quoteText } from '@kosmokrator/host';
import { didYouMean } from '@kosmokrator/runtime';
import type { CommandContext } from '../command-context.js';
import { UsageError } from '../errors/usage-error.js';
import { findIntegration, functionOf } from '../host/find-function.js';
import { openCatalog } from '../host/open-catalog.js';
import { checkFormat } from '../output/format-data.js';
import { printAnswer } from '../output/print-answer.js';
import { listFunctions } from '../listing/list-installed.js';
import { readFirst, runCall } from './run-call.js';

type Catalog = ReturnType<typeof openCatalog>;

/** Runs `kosmo INTEGRATION FUNCTION`, and lists the functions of an integration that is named alone. */
export async function runShort(words: readonly string[], context: CommandContext): Promise<void> {
  const sorted = readFirst(words);
  const { plain, own } = sorted;
  const [first = '', second] = plain;
  if (second !== undefined) {
    const find = (catalog: Catalog) => {
      const integration = findIntegration(catalog, first) ?? unknownWord(catalog, first, context);
      context.meta['command'] = 'call';
      const known = functionOf(integration, second);
      return { known, used: 2, command: `kosmo ${integration.manifest.name} ${known.function.name}` };
    };
    return runCall(words, find, context, sorted);
  }
  const catalog = openCatalog();
  const integration = findIntegration(catalog, first) ?? unknownWord(catalog, first, context);
  context.meta['command'] = 'list';
  const [format] = own['format'] ?? [];
  const print = { format: checkFormat(format), quiet: own['quiet'] !== undefined };
  await printAnswer(listFunctions(integration, context), print, context);
}

function unknownWord(catalog: Catalog, word: string, { program }: CommandContext): never {
  const names = catalog.integrations.map(({ manifest }) => manifest.name);
  const commands = program().commands.map((command) => command.name());
  const hint = catalog.untrusted(word) || didYouMean(word, [...commands, ...names]);
  const list = '; "kosmo list" shows the integrations, "kosmo --help" the commands';
  throw new UsageError(`no command and no installed integration is called ${quoteText(word)}${hint || list}`);
}
