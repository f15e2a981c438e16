import { type Command, Option } from 'commander';
import { ownOptions } from './own-options.js';

/** Shows the options of a call in the help of a command. */
export function addOwnOptions(command: Command): Command {
  for (const { flags, help } of Object.values(ownOptions)) command.addOption(new Option(flags, help));
  return command;
}
