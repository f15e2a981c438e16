import { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { addFormatOptions, type FormatOptions } from '../output/add-format-options.js';
import { addExamples } from '../terminal/add-examples.js';

export function commandsCommand(context: CommandContext): Command {
  const command = new Command('commands')
    .description(
      'List every command of kosmo. With --json it prints a machine-readable description of the whole command line: options, types, defaults and exit codes.',
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
