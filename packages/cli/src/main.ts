import { CommanderError } from 'commander';
import { exitCode } from './errors/exit-codes.js';
import { guardStreams } from './terminal/guard-streams.js';
import { createProgram } from './program.js';
import { reportError } from './errors/report-error.js';

/** Runs one command line and resolves to the exit code. Prints; does not exit. */
export async function main(args: readonly string[]): Promise<number> {
  guardStreams();
  let code: number = exitCode.ok;
  const program = createProgram({ setExitCode: (value) => void (code = value) });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    // Commander has printed its own message already. Help and --version end with 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.usage;
    return reportError(error);
  }
}
