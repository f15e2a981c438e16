import { type Command, Option } from 'commander';
import { ownOptions } from './own-options.js';

/** Shows the options of a call in the help of a command. */
export function addOwnOptions(command: Command): Command {
  for (const { flags, help, multiple = false } of Object.values(ownOptions)) {
    const option = new Option(flags, help);
    option.variadic = multiple;
    command.addOption(option);
  }
  return command;
}
