import { Command } from 'commander';
import { exitCode } from '../errors/exit-codes.js';
import { addExamples } from '../terminal/add-examples.js';
import { formatTable } from '../terminal/format-table.js';
import type { CommandContext } from '../command-context.js';
import { showOnOutput } from '../terminal/show-printable.js';
import { toJson } from '../terminal/to-json.js';
import { UnusableError, UsageError } from '../errors/usage-error.js';

interface JsonOption {
  readonly json?: true;
}

/** Names only: no credential is read, so that no keychain asks for a password. */
export function accountsCommand(context: CommandContext): Command {
  const list = new Command('list')
    .description('List the stored accounts.')
    .allowExcessArguments()
    .option('--json', 'print one line of JSON: accounts')
    .action(async ({ json }: JsonOption, command: Command) => {
      if (command.args.length > 0) throw new UsageError(await noSuchCommand(command));
      const store = await openStore();
      const accounts = await store.list();
      const rows = accounts.map(({ integration, name, store: place }) => [
        integration,
        name,
        place.replace('_', ' '),
      ]);
      const lines =
        rows.length > 0 ? formatTable([['Integration', 'Account', 'Stored in'], ...rows]) : [none];
      process.stdout.write(json ? `${toJson({ accounts })}\n` : showOnOutput(`${lines.join('\n')}\n`));
    });
  const remove = new Command('remove')
    .description('Remove a stored account and its credentials.')
    .argument('<integration>', 'such as upstash')
    .argument('<account>', 'its name')
    .option('--json', 'print one line of JSON: removed')
    .action(async (integration: string, name: string, { json }: JsonOption) => {
      const store = await openStore();
      const removed = await store.remove({ name: integration, credentials: {}, apis: {} }, name);
      if (!removed && !json)
        throw new UnusableError(
          `${integration} has no stored account "${name}"; run "kosmo accounts" to list them`,
        );
      process.stdout.write(
        json ? `${toJson({ removed })}\n` : showOnOutput(`Removed ${integration} ${name}.\n`),
      );
      if (!removed) context.setExitCode(exitCode.usage);
    });
  addExamples(list, ['kosmo accounts']);
  addExamples(remove, ['kosmo accounts remove upstash work']);
  return new Command('accounts')
    .description('List and remove stored accounts.')
    .addCommand(list, { isDefault: true })
    .addCommand(remove);
}

/** `list` is the default, so it gets what follows `accounts` and is not a command. */
async function noSuchCommand({ args: [word = ''], parent }: Command): Promise<string> {
  const { quoteText } = await import('@kosmokrator/host');
  if (parent?.args[0] === 'list')
    return `"kosmo accounts list" takes no argument ${quoteText(word)}; leave it out`;
  const { didYouMean } = await import('@kosmokrator/runtime');
  const names = ['list', 'remove'];
  const hint = didYouMean(word, names) || `; the commands are ${names.join(' and ')}`;
  return `"kosmo accounts" has no command ${quoteText(word)}${hint}`;
}

const none = 'No accounts are stored.';

async function openStore() {
  const { openAccountStore } = await import('@kosmokrator/host/accounts');
  return openAccountStore();
}
