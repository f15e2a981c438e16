import { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { addExamples } from '../terminal/add-examples.js';

export function docsCommand(context: CommandContext): Command {
  const command = new Command('docs')
    .description(
      'Read a page of documentation: how to use an integration, or what a function does. It is a manual that explains, a reference with examples.',
    )
    .argument('[page...]', 'an integration or a function; without it, all integrations')
    .option('--json', 'print one JSON object: ok, data or error, meta')
    .action(async (words: readonly string[]) => {
      const { runDocs } = await import('../listing/run-docs.js');
      await runDocs(words, context);
    });
  return addExamples(command, [
    'kosmo docs upstash',
    'kosmo docs upstash get_key',
    'kosmo docs upstash_get_key',
  ]);
}
