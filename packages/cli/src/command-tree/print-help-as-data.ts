import type { CommandContext } from '../command-context.js';
import { printAnswer } from '../output/print-answer.js';
import { describeCommand, schemaVersion } from './describe-command.js';
import { findCommand } from './find-command.js';

/**
 * Answers `kosmo … --help --json` and `kosmo help … --json`: with what help says, as data. Gives false for any other command
 * line, and for the help of a function, which the call itself knows.
 */
export async function printHelpAsData(context: CommandContext): Promise<boolean> {
  const { args, envelope, meta } = context;
  const words = args[0] === 'help' ? args.slice(1) : args;
  const isHelp = args[0] === 'help' || words.includes('--help') || words.includes('-h');
  if (!envelope || !isHelp) return false;
  const { command, path, rest } = findCommand(context.program(), words);
  const isCommandLine = path.length > 0 || args[0]?.startsWith('-') || args[0] === 'help';
  if (!isCommandLine || rest.some((word) => !word.startsWith('-'))) return false;
  meta['command'] ??= path[0] ?? null;
  const data = {
    schema_version: schemaVersion,
    ...describeCommand(command, ['kosmo', ...path].slice(0, -1)),
  };
  await printAnswer({ data }, {}, context);
  return true;
}
