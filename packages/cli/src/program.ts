import { Command } from 'commander';
import type { CommandContext } from './command-context.js';
import { accountsCommand } from './commands/accounts.js';
import { callCommand } from './commands/call.js';
import { configureCommand } from './commands/configure.js';
import { docsCommand } from './commands/docs.js';
import { emulateCommand } from './commands/emulate.js';
import { integrationCommand } from './commands/integration.js';
import { listCommand } from './commands/list.js';
import { luaCommand } from './commands/lua.js';
import { mcpCommand } from './commands/mcp.js';
import { schemaCommand } from './commands/schema.js';
import { searchCommand } from './commands/search.js';
import { statusCommand } from './commands/status.js';
import { trustCommand } from './commands/trust.js';
import { exitCodeHelp } from './errors/exit-codes.js';
import { withoutValue } from './errors/without-value.js';
import { moreHelp, readOwnPackage } from './own-package.js';
import { helpWidth } from './terminal/help-width.js';
import { showPrintable } from './terminal/show-printable.js';

const commands = [
  listCommand,
  searchCommand,
  docsCommand,
  schemaCommand,
  callCommand,
  integrationCommand,
  luaCommand,
  mcpCommand,
  configureCommand,
  accountsCommand,
  statusCommand,
  trustCommand,
  emulateCommand,
];

/** All commands. Each imports what it runs on only when it runs. */
export function createProgram(context: CommandContext): Command {
  const own = readOwnPackage();
  const program = new Command('kosmo')
    .description('Call the functions of installed integrations: directly, from Lua scripts and over MCP.')
    .version(own.version, '-V, --version')
    .enablePositionalOptions()
    .configureHelp({ helpWidth: helpWidth(), subcommandTerm: (command) => command.name() })
    .addHelpText('after', `\n${exitCodeHelp()}${moreHelp(own)}`);
  for (const create of commands) program.addCommand(create(context));
  for (const command of withSubcommands(program))
    command
      .exitOverride()
      .showHelpAfterError('(see --help)')
      .configureOutput(context.envelope ? silent : { outputError });
  return program;
}

/** The envelope has the message. */
const silent = { outputError: () => {}, writeErr: () => {} };

/** Commander begins its messages with `error: `, as ours begin where the command line is right. */
function outputError(text: string, write: (text: string) => void): void {
  write(showPrintable(withoutValue(text).replace(/^error: /, 'usage: ')));
}

function withSubcommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}
