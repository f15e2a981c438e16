import { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { addFormatOptions, type FormatOptions } from '../output/add-format-options.js';
import { addExamples } from '../terminal/add-examples.js';

export function commandsCommand(context: CommandContext): Command {
  const command = new Command('commands')
    .description(
      'List every command with its options. --json gives the whole command line in machine-readable form.',
    )
    .action(async (options: FormatOptions) => {
      const { runCommands } = await import('../command-tree/run-commands.js');
      await runCommands(options, context);
    });
  return addExamples(addFormatOptions(command), [
    'kosmo commands',
    'kosmo commands --json',
    `kosmo commands --query "commands[].name"`,
  ]);
}
