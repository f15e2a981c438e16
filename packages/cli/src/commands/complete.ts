import { Command } from 'commander';
import type { CommandContext } from '../command-context.js';

/** What the scripts of `kosmo completion` ask: `kosmo __complete SHELL -- WORD…`. The last word is the one to complete. */
export function completeCommand({ args, program }: CommandContext): Command {
  return new Command('__complete')
    .description('Print what a word on a command line may become.')
    .allowUnknownOption()
    .allowExcessArguments()
    .action(async () => {
      const [, shell = '', , ...words] = args;
      const { runComplete } = await import('../completion/run-complete.js');
      await runComplete(shell, words, program());
    });
}
