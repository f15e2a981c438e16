import type { CommandContext } from '../../command-context.js';
import { hasTerminal } from './ask-on-terminal.js';
import { isAgent } from './is-agent.js';

/** Whether there is a person who can be asked: a terminal, and nothing that says a program has started the command. */
export function mayAsk(
  { envelope }: Pick<CommandContext, 'envelope'>,
  { nonInteractive }: { readonly nonInteractive?: boolean | undefined },
): boolean {
  return hasTerminal() && !envelope && !nonInteractive && !isAgent();
}
