import type { Command } from 'commander';

/** What a command is given, and what it gives back besides its output. */
export interface CommandContext {
  /** The whole command line. */
  readonly args: readonly string[];
  /** Whether the command prints its result as an envelope. */
  readonly envelope: boolean;
  /** What the envelope tells about the command. It fills up while the command runs, so that a failure tells it, too. */
  readonly meta: Record<string, unknown>;
  setExitCode(code: number): void;
  /** The whole program, for commands that describe others. Its commands are not to be run. */
  program(): Command;
}
