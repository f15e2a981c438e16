import type { Command } from 'commander';
import { helpWidth } from './help-width.js';

/** Puts examples before all else in the help of a command. */
export function addExamples(command: Command, examples: readonly string[]): Command {
  const lines = examples.map((example) => `  ${example}`);
  return command
    .configureHelp({ helpWidth: helpWidth() })
    .addHelpText('before', `${['Examples:', ...lines].join('\n')}\n`);
}
