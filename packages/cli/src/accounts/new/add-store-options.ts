import type { Command } from 'commander';
import { collect } from '../../arguments/collect.js';

/** The options of the commands that store an account. */
export function addStoreOptions(command: Command): Command {
  return command
    .argument('<integration>', 'such as upstash')
    .argument('[account]', 'the name of the account', 'default')
    .option('--no-check', 'store the credentials without trying them')
    .option('--replace', 'replace an account of that name')
    .option('--base-url <api=url>', 'another base URL of an API; may be repeated', collect)
    .option('--non-interactive', 'never ask')
    .option('--json', 'print one envelope: ok, data or error, meta')
    .allowUnknownOption()
    .allowExcessArguments();
}
