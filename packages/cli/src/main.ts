import { exitCode } from './errors/exit-codes.js';
import { guardStreams } from './terminal/guard-streams.js';
import { readOwnPackage } from './own-package.js';

/** Runs one command line and resolves to the exit code. Prints; does not exit. */
export async function main(args: readonly string[]): Promise<number> {
  guardStreams();
  // Programs ask for it before they do anything else, so that it loads no command.
  if (args.length === 1 && ['--version', '-V'].includes(args[0]!)) {
    process.stdout.write(`${readOwnPackage().version}\n`);
    return exitCode.ok;
  }
  const { runProgram } = await import('./run-program.js');
  return runProgram(args);
}
