import { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { addFormatOptions, type FormatOptions } from '../output/add-format-options.js';
import { addExamples } from '../terminal/add-examples.js';

export function listCommand(context: CommandContext): Command {
  const command = new Command('list')
    .description(
      'List the installed integrations, or all functions of one. It names every service that is available on this machine, broken packages included.',
    )
    .argument('[integration]', 'such as upstash')
    .action(async (name: string | undefined, options: FormatOptions) => {
      const { runList } = await import('../listing/run-list.js');
      await runList(name, options, context);
    });
  return addExamples(addFormatOptions(command), ['kosmo list', 'kosmo list upstash', 'kosmo list --json']);
}
