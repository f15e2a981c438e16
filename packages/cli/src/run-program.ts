import { CommanderError } from 'commander';
import type { CommandContext } from './command-context.js';
import { commandOf, printingOf } from './command-tree/command-of.js';
import { printHelpAsData } from './command-tree/print-help-as-data.js';
import { integrationName } from './commands/integration.js';
import { exitCode } from './errors/exit-codes.js';
import { createProgram } from './program.js';
import { reportError } from './errors/report-error.js';
import { UsageError } from './errors/usage-error.js';
import { withoutValue } from './errors/without-value.js';
import { printFailure } from './output/print-failure.js';
import { putJsonLast, wantsEnvelope } from './output/machine-mode.js';

/** Runs the command that a command line names, and resolves to the exit code. */
export async function runProgram(given: readonly string[]): Promise<number> {
  const args = putJsonLast(given);
  const [first = '-'] = args;
  let code: number = exitCode.ok;
  const envelope = wantsEnvelope(args, printingOf(args));
  const setExitCode = (value: number) => void (code = value);
  const command = commandOf(args);
  const context: CommandContext = {
    args,
    envelope,
    meta: { command },
    setExitCode,
    program: () => createProgram(context),
  };
  const isShort = command === null && !first.startsWith('-') && first !== 'help';
  try {
    if (await printHelpAsData(context)) return code;
    const words = isShort ? [integrationName, ...args] : args.join() === '--json' ? [] : args;
    await createProgram(context, isShort ? integrationName : (command ?? undefined)).parseAsync(words, {
      from: 'user',
    });
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
  // Every command has --json, so that one without it only leads to others.
  const isGroup = code === 'commander.help' || message.includes("unknown option '--json'");
  return new UsageError(
    isGroup ? 'name a command; see --help' : withoutValue(message).replace(/^error: /, ''),
  );
}
