import type { Command } from 'commander';
import type { CommandContext } from '../src/command-context.js';
import { createProgram } from '../src/program.js';

/** The program with all its commands, to look at: none of them is run. */
export function wholeProgram(): Command {
  const context: CommandContext = {
    args: [],
    envelope: false,
    meta: {},
    setExitCode: () => {},
    program: wholeProgram,
  };
  return createProgram(context);
}
