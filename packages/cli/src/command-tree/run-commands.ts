import type { CommandContext } from '../command-context.js';
import { exitCodes } from '../errors/exit-codes.js';
import type { FormatOptions } from '../output/add-format-options.js';
import { terminalWidth } from '../output/format-data.js';
import { printAnswer } from '../output/print-answer.js';
import { readFormat } from '../output/read-format.js';
import { readOwnPackage } from '../own-package.js';
import { type CommandDescription, describeCommand, schemaVersion } from './describe-command.js';

/** Prints the whole command tree, as `schemas/commands-1.json` describes it. For people it is a table of commands. */
export async function runCommands(options: FormatOptions, context: CommandContext): Promise<void> {
  const print = await readFormat(options);
  const tree = describeCommand(context.program());
  const data = {
    schema_version: schemaVersion,
    version: readOwnPackage().version,
    exit_codes: exitCodes,
    ...tree,
  };
  const text = async () => {
    const { table } = await import('../output/format-people.js');
    const rows = tree.commands.flatMap(leaves).map(({ command, summary }) => [command, summary]);
    return table(rows, terminalWidth(), { names: true });
  };
  await printAnswer({ data, text }, print, context);
}

/** The commands that do something: those with others below them only lead there. */
function leaves(command: CommandDescription): CommandDescription[] {
  return command.commands.length > 0 ? command.commands.flatMap(leaves) : [command];
}
