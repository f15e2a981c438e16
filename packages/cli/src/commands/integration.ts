import { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { addOwnOptions } from '../arguments/add-own-options.js';
import { addExamples } from '../terminal/add-examples.js';

/** The name under which `kosmo INTEGRATION FUNCTION` is a command of its own. */
export const integrationName = 'integration';

/** The short form of a call. A first word that is no command is its integration. */
export function integrationCommand(context: CommandContext): Command {
  const command = new Command(integrationName)
    .description('The short form: kosmo INTEGRATION FUNCTION, without "integration".')
    .argument('[name]', 'such as upstash; alone, list its functions')
    .argument('[function]', 'such as get_key')
    .argument('[json]', 'arguments as a JSON object; @FILE, or - for standard input')
    .helpOption(false)
    .allowUnknownOption()
    .allowExcessArguments()
    .action(async () => {
      const words = context.args[0] === integrationName ? context.args.slice(1) : context.args;
      if (/^(?:-h|--help)$/.test(words[0] ?? '--help')) return command.help();
      const { runShort } = await import('../call/run-short.js');
      await runShort(words, context);
    });
  return addExamples(addOwnOptions(command), ['kosmo upstash', 'kosmo upstash get_key --key greeting']);
}
