import { Command } from 'commander';
import { addStoreOptions } from '../../accounts/new/add-store-options.js';
import type { AddOptions } from '../../accounts/new/run-add.js';
import type { EnvOptions } from '../../accounts/run-env.js';
import type { CommandContext } from '../../command-context.js';
import { UsageError } from '../../errors/usage-error.js';
import { addFormatOptions, type FormatOptions } from '../../output/add-format-options.js';
import { addExamples } from '../../terminal/add-examples.js';
import { helpWidth } from '../../terminal/help-width.js';

export function accountsCommand(context: CommandContext): Command {
  const accounts = new Command('accounts')
    .description('Manage stored accounts.')
    .addCommand(listCommand(context), { isDefault: true })
    .addCommand(addCommand(context))
    .addCommand(removeCommand(context))
    .addCommand(testCommand(context))
    .addCommand(envCommand(context));
  return addExamples(accounts, [
    'kosmo accounts',
    'kosmo accounts add upstash work --from-env',
    'kosmo accounts test upstash work',
  ]).configureHelp({ helpWidth: helpWidth(), subcommandTerm: (command) => command.name() });
}

function listCommand(context: CommandContext): Command {
  const command = addFormatOptions(
    new Command('list').description(
      'List your stored accounts by name, and where each is saved. Reads no credential.',
    ),
  )
    .allowExcessArguments()
    .action(async (options: FormatOptions, self: Command) => {
      if (self.args.length > 0) throw new UsageError(await noSuchCommand(self));
      const { runListAccounts } = await import('../../accounts/run-list-accounts.js');
      await runListAccounts(options, context);
    });
  return addExamples(command, ['kosmo accounts', 'kosmo accounts list --json']);
}

function addCommand(context: CommandContext): Command {
  const command = addStoreOptions(
    new Command('add').description(
      'Add an account without questions, for scripts and CI. Takes credentials from environment variables, or as JSON on standard input, tries them and saves them as kosmo configure does.',
    ),
  )
    .option('--from-env', "take its credentials from the integration's variables")
    .option('--stdin-json', 'take them from a JSON object on standard input')
    .action(async (integration: string, account: string, options: AddOptions, self: Command) => {
      const [{ refuseWords }, { runAdd }] = await Promise.all([
        import('../../accounts/refuse-words.js'),
        import('../../accounts/new/run-add.js'),
      ]);
      refuseWords(self);
      await runAdd(integration, account, options, context);
    });
  return addExamples(command, [
    'kosmo accounts add upstash work --from-env',
    'kosmo accounts add upstash work --stdin-json < upstash.json',
  ]);
}

function removeCommand(context: CommandContext): Command {
  const command = new Command('remove')
    .description('Remove a stored account: delete and forget its credentials.')
    .argument('<integration>', 'such as upstash')
    .argument('<account>', 'its name')
    .option('--json', 'print one envelope: ok, data or error, meta')
    .action(async (integration: string, account: string) => {
      const { runRemove } = await import('../../accounts/run-remove.js');
      await runRemove(integration, account, context);
    });
  return addExamples(command, ['kosmo accounts remove upstash work']);
}

function testCommand(context: CommandContext): Command {
  const command = new Command('test')
    .description(
      'Check that the credentials of an account work, and that its token is still good. Verifies them against the service by one call.',
    )
    .argument('<integration>', 'such as upstash')
    .argument('[account]', 'its name', 'default')
    .option('--non-interactive', 'never ask')
    .option('--json', 'print one envelope: ok, data or error, meta')
    .action(async (integration: string, account: string, options: { nonInteractive?: true }) => {
      const { runTest } = await import('../../accounts/run-test.js');
      await runTest(integration, account, options, context);
    });
  return addExamples(command, ['kosmo accounts test upstash', 'kosmo accounts test upstash work']);
}

function envCommand(context: CommandContext): Command {
  const command = new Command('env')
    .description(
      "Print an account's credentials as environment variables for the vendor's own client. Exports them to your shell or another program, and asks first.",
    )
    .argument('<integration>', 'such as upstash')
    .argument('[account]', 'its name', 'default')
    .option('-y, --yes', 'print them without a question')
    .option('--non-interactive', 'never ask')
    .option('--json', 'print one envelope: ok, data or error, meta')
    .action(async (integration: string, account: string, options: EnvOptions) => {
      const { runEnv } = await import('../../accounts/run-env.js');
      await runEnv(integration, account, options, context);
    });
  return addExamples(command, ['kosmo accounts env upstash work', 'kosmo accounts env upstash --yes']);
}

/** `list` is the default, so it gets what follows `accounts` and is not a command. */
async function noSuchCommand({ args: [word = ''], parent }: Command): Promise<string> {
  const { quoteText } = await import('@kosmokrator/host');
  if (parent?.args[0] === 'list')
    return `"kosmo accounts list" takes no argument ${quoteText(word)}; leave it out`;
  const { didYouMean } = await import('@kosmokrator/runtime');
  const names = parent?.commands.map((command) => command.name()) ?? [];
  const hint = didYouMean(word, names) || `; the commands are ${names.join(', ')}`;
  return `"kosmo accounts" has no command ${quoteText(word)}${hint}`;
}
