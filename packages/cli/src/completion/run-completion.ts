import type { CommandContext } from '../command-context.js';
import { printAnswer } from '../output/print-answer.js';
import { readOwnFile } from '../own-package.js';
import { type Shell, shells } from './shells.js';

/** Prints the script of a shell. */
export async function runCompletion(shell: Shell, context: CommandContext): Promise<void> {
  const script = readOwnFile(`completions/${shells[shell]}`);
  await printAnswer({ data: { shell, script }, text: () => script }, {}, context);
}
