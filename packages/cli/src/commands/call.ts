import { Command } from 'commander';
import { addOwnOptions } from '../arguments/add-own-options.js';
import type { CommandContext } from '../command-context.js';
import { UsageError } from '../errors/usage-error.js';
import { addExamples } from '../terminal/add-examples.js';

export function callCommand(context: CommandContext): Command {
  const command = new Command('call')
    .description(
      'Call a function by its full name, with arguments as flags or JSON. It executes the function from the shell with any account: read, write, fetch all pages of a list, or preview the request before it is sent.',
    )
    .argument('[function]', 'such as upstash_get_key')
    .argument('[json]', 'arguments as a JSON object; @FILE, or - for standard input')
    .helpOption(false)
    .allowUnknownOption()
    .allowExcessArguments()
    .action(async () => {
      const words = context.args.slice(1);
      if (/^(?:-h|--help)$/.test(words[0] ?? '')) return command.help();
      const [{ runCall }, { findFunction }] = await Promise.all([
        import('../call/run-call.js'),
        import('../host/find-function.js'),
      ]);
      await runCall(words, find, context);

      function find(catalog: Parameters<typeof findFunction>[0], [name]: readonly string[]) {
        if (name === undefined)
          throw new UsageError('name a function: kosmo call FUNCTION, such as upstash_get_key');
        const known = findFunction(catalog, name);
        return { known, used: 1, command: `kosmo call ${known.function.full_name}` };
      }
    });
  return addExamples(addOwnOptions(command), [
    'kosmo call upstash_get_key --key greeting',
    `kosmo call upstash_get_key '{"key":"greeting"}' --json`,
    'kosmo call upstash_set_key --key a --value b --dry-run',
  ]);
}
