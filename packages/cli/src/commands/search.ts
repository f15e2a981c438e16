import { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { addFormatOptions, type FormatOptions } from '../output/add-format-options.js';
import { addExamples } from '../terminal/add-examples.js';

export function searchCommand(context: CommandContext): Command {
  const command = new Command('search')
    .description(
      'Find functions by a question in plain words. For when you look for something to do, and do not know the name of the function.',
    )
    .argument('<question...>', 'such as: store a value for an hour')
    .action(async (words: readonly string[], options: FormatOptions) => {
      const { runSearch } = await import('../listing/run-search.js');
      await runSearch(words.join(' '), options, context);
    });
  return addExamples(addFormatOptions(command), [
    'kosmo search "store a value for an hour"',
    'kosmo search list databases --json',
  ]);
}
