import type { Command } from 'commander';

/** The command that words name, and the words that are left: arguments and options. */
export interface FoundCommand {
  readonly command: Command;
  /** The names on the way: `accounts`, `list`. */
  readonly path: readonly string[];
  readonly rest: readonly string[];
}

/** Follows words down the tree as long as each is a command. */
export function findCommand(program: Command, words: readonly string[]): FoundCommand {
  let command = program;
  const path: string[] = [];
  for (const word of words) {
    const below = command.commands.find((one) => one.name() === word);
    if (below === undefined) break;
    command = below;
    path.push(word);
  }
  return { command, path, rest: words.slice(path.length) };
}
