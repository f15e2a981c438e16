import { CommanderError } from 'commander';
import type { CommandContext } from './command-context.js';
import { integrationName } from './commands/integration.js';
import { exitCode } from './errors/exit-codes.js';
import { createProgram } from './program.js';
import { reportError } from './errors/report-error.js';
import { UsageError } from './errors/usage-error.js';
import { withoutValue } from './errors/without-value.js';
import { printFailure } from './output/print-failure.js';
import { wantsEnvelope } from './output/machine-mode.js';

/** Runs the command that a command line names, and resolves to the exit code. */
export async function runProgram(args: readonly string[]): Promise<number> {
  let code: number = exitCode.ok;
  const [first = '-'] = args;
  const envelope = wantsEnvelope(args);
  const setExitCode = (value: number) => void (code = value);
  const context: CommandContext = { args, envelope, meta: { command: null }, setExitCode };
  const program = createProgram(context);
  const known = first === 'help' || program.commands.some((one) => one.name() === first);
  const isShort = !first.startsWith('-') && !known;
  if (isShort || known) context.meta['command'] = known ? first : integrationName;
  try {
    await program.parseAsync(isShort ? [integrationName, ...args] : args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has printed its own message already. Help and --version end with 0.
      if (error.exitCode === 0) return exitCode.ok;
      return envelope ? printFailure(usageOf(error), context) : exitCode.usage;
    }
    return envelope ? printFailure(error, context) : reportError(error);
  }
}

function usageOf({ message, code }: CommanderError): UsageError {
  return new UsageError(
    code === 'commander.help'
      ? 'name a command; see kosmo --help'
      : withoutValue(message).replace(/^error: /, ''),
  );
}
