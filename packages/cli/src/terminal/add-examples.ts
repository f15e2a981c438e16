import type { Command } from 'commander';
import { helpWidth } from './help-width.js';

const examples = new WeakMap<Command, readonly string[]>();

/** Puts examples before all else in the help of a command. */
export function addExamples(command: Command, lines: readonly string[]): Command {
  examples.set(command, lines);
  return command.configureHelp({ helpWidth: helpWidth() }).addHelpText('before', () => exampleLines(lines));
}

export function examplesOf(command: Command): readonly string[] {
  return examples.get(command) ?? [];
}

/** The help of a command that is in no program, with its examples. */
export function fullHelp(command: Command): string {
  return `${exampleLines(examplesOf(command))}\n${command.helpInformation()}`;
}

function exampleLines(lines: readonly string[]): string {
  const shown = lines.map((line) => `  ${line}`);
  return `${[lines.length === 1 ? 'Example:' : 'Examples:', ...shown].join('\n')}\n`;
}
