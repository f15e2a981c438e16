import type { CommandContext } from '../command-context.js';
import { exitCodeOf } from '../errors/exit-codes.js';
import { plainError, reportError } from '../errors/report-error.js';
import { failureLine } from './envelope.js';

/** Prints what ended a command as an envelope and gives the exit code. A fault of our own is told on standard error, too. */
export async function printFailure(error: unknown, { meta }: CommandContext): Promise<number> {
  const plain = await plainError(error);
  process.stdout.write(failureLine(plain ?? { code: 'fault', message: 'there is a bug in kosmo' }, meta));
  return plain === null ? reportError(error) : exitCodeOf(plain.code);
}
