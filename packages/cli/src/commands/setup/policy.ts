import { Command, Option } from 'commander';
import type { CommandContext } from '../../command-context.js';
import { addFormatOptions, type FormatOptions } from '../../output/add-format-options.js';
import type { SetOptions } from '../../policy/run-set.js';
import { addExamples } from '../../terminal/add-examples.js';

const operations = ['read', 'write'];

export function policyCommand(context: CommandContext): Command {
  const get = new Command('get')
    .description('Show the rules of your policy: what is allowed, denied or asked about.')
    .action(async (options: FormatOptions) => {
      const { runGet } = await import('../../policy/run-get.js');
      await runGet(options, context);
    });
  const set = new Command('set')
    .description(
      'Change the rules of the policy: allow, deny or ask. Forbid all writes of an integration, for example, or allow a function without being asked.',
    )
    .argument('[effect]', 'allow, ask or deny; left out with --remove')
    .option('--integration <integration>', 'for calls of this integration')
    .option('--function <function>', 'for calls of this function')
    .option('--account <account>', 'for calls with this account')
    .addOption(new Option('--operation <operation>', 'for reads or for writes').choices(operations))
    .option('--reason <text>', 'why; shown to whoever made the call')
    .addOption(new Option('--default <operation>', 'for calls that no rule fits').choices(operations))
    .option('--remove', 'remove the rule for exactly these calls')
    .option('-y, --yes', 'do not ask before a change that lets more calls through')
    .option('--non-interactive', 'never ask')
    .action(async (effect: string | undefined, options: SetOptions) => {
      const { runSet } = await import('../../policy/run-set.js');
      await runSet(effect, options, context);
    });
  const explain = new Command('explain')
    .description('Tell why a call is refused or would be allowed, and which rule decides.')
    .argument('[function...]', 'such as upstash_set_key, or upstash set_key; without it, every function')
    .option('--account <account>', 'the account of the call', 'default')
    .action(async (words: readonly string[], options: FormatOptions & { readonly account: string }) => {
      const { runExplain } = await import('../../policy/run-explain.js');
      await runExplain(words, options, context);
    });
  addExamples(addFormatOptions(get), ['kosmo policy get']);
  addExamples(addFormatOptions(set), [
    'kosmo policy set allow --integration upstash --function set_key',
    'kosmo policy set deny --account production --operation write',
    'kosmo policy set ask --default read',
    'kosmo policy set --remove --account production --operation write',
  ]);
  addExamples(addFormatOptions(explain), [
    'kosmo policy explain upstash_set_key',
    'kosmo policy explain --account production',
  ]);
  const policy = new Command('policy').description('The rules for what may be called.');
  for (const command of [get, set, explain]) policy.addCommand(command);
  return addExamples(policy, ['kosmo policy get', 'kosmo policy explain upstash_set_key']);
}
