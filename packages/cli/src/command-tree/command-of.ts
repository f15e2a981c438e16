import { commandTable, type Printing } from './command-table.js';

/** What a command line calls: the name of a command; null for the short form of a call and for no command at all. */
export function commandOf(args: readonly string[]): string | null {
  const word = firstWord(args);
  return word !== undefined && Object.hasOwn(commandTable, word) ? word : null;
}

/** What the command of a command line prints. The short form of a call gives data, as `call` does. */
export function printingOf(args: readonly string[]): Printing {
  const command = commandOf(args);
  if (command !== null) return commandTable[command]!.printing;
  const word = firstWord(args);
  return word === undefined || word === 'help' ? 'text' : 'data';
}

function firstWord(args: readonly string[]): string | undefined {
  const [first] = args;
  return first === undefined || first.startsWith('-') ? undefined : first;
}
