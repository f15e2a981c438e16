import { Command } from 'commander';
import type { CommandContext } from '../../command-context.js';
import { addFormatOptions, type FormatOptions } from '../../output/add-format-options.js';
import { addExamples } from '../../terminal/add-examples.js';

export function statusCommand(context: CommandContext): Command {
  const command = new Command('status')
    .description(
      'Show which accounts are ready and which lack a credential. An overview of what is configured, and what is missing before a call can be made. Sends nothing.',
    )
    .action(async (options: FormatOptions) => {
      const { runStatus } = await import('../../accounts/run-status.js');
      await runStatus(options, context);
    });
  return addExamples(addFormatOptions(command), ['kosmo status', 'kosmo status --json']);
}
