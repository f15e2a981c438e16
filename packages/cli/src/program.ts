import { Command } from 'commander';
import type { CommandContext } from './command-context.js';
import { accountsCommand } from './commands/accounts.js';
import { emulateCommand } from './commands/emulate.js';
import { luaCommand } from './commands/lua.js';
import { mcpCommand } from './commands/mcp.js';
import { trustCommand } from './commands/trust.js';
import { exitCodeHelp } from './errors/exit-codes.js';
import { moreHelp, readOwnPackage } from './own-package.js';
import { showPrintable } from './terminal/show-printable.js';

/** All commands. Each imports what it runs on only when it runs. */
export function createProgram(context: CommandContext): Command {
  const own = readOwnPackage();
  const program = new Command('kosmo')
    .description('Call the functions of installed integrations from Lua scripts and over MCP.')
    .version(own.version, '-V, --version')
    .enablePositionalOptions()
    .addHelpText('after', `\n${exitCodeHelp()}${moreHelp(own)}`);
  for (const create of [luaCommand, mcpCommand, accountsCommand, trustCommand, emulateCommand])
    program.addCommand(create(context));
  for (const command of withSubcommands(program))
    command.exitOverride().showHelpAfterError('(see --help)').configureOutput({ outputError });
  return program;
}

/** Commander begins its messages with `error: `, as ours begin where the command line is right. */
function outputError(text: string, write: (text: string) => void): void {
  write(showPrintable(text.replace(/^error: /, 'usage: ')));
}

function withSubcommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}
