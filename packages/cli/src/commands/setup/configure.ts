import { Command } from 'commander';
import { addStoreOptions } from '../../accounts/new/add-store-options.js';
import type { StoreOptions } from '../../accounts/new/run-configure.js';
import type { CommandContext } from '../../command-context.js';
import { addExamples } from '../../terminal/add-examples.js';

export function configureCommand(context: CommandContext): Command {
  const command = addStoreOptions(
    new Command('configure').description(
      'Set up an account: enter your API key, token or login, and kosmo tests and stores it. It walks you through the credentials of a service that you use for the first time, with the page where each is issued.',
    ),
  ).action(async (integration: string, account: string, options: StoreOptions, self: Command) => {
    const [{ refuseWords }, { runConfigure }] = await Promise.all([
      import('../../accounts/refuse-words.js'),
      import('../../accounts/new/run-configure.js'),
    ]);
    refuseWords(self);
    await runConfigure(integration, account, options, context);
  });
  return addExamples(command, ['kosmo configure upstash', 'kosmo configure upstash work']);
}
