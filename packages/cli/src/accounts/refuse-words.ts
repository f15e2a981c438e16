import { didYouMean } from '@kosmokrator/runtime';
import type { Command } from 'commander';
import { UsageError } from '../errors/usage-error.js';

/**
 * Throws a UsageError for words that a command on accounts does not take. Whoever types one means to give a credential
 * more often than not, and the shell has written it down already: no value is repeated. `fits` is how many words fit.
 */
export function refuseWords(command: Command, fits: number, instead: readonly string[]): void {
  const flag = command.args.find((word) => /^-./.test(word))?.split('=', 1)[0];
  if (flag === undefined && command.args.length <= fits) return;
  const options = command.options.flatMap(({ long }) => long ?? []);
  const near = flag && didYouMean(flag, options);
  if (near) throw new UsageError(`there is no option ${flag}${near}`);
  const what = flag === undefined ? 'there is a word too many' : `there is no option ${flag}`;
  throw new UsageError(`${what}. ${never}: ${instead.join(', or ')}`);
}

const never =
  'Credentials are never taken from the command line, where other users and the history of the shell see them';

/** How credentials are given, as commands. */
export function waysToGive(integration: string, account: string): string[] {
  const name = account === 'default' ? integration : `${integration} ${account}`;
  return [
    `run "kosmo configure ${name}" on a terminal`,
    `set variables and run "kosmo accounts add ${name} --from-env"`,
    `pipe a JSON object to "kosmo accounts add ${name} --stdin-json"`,
  ];
}
