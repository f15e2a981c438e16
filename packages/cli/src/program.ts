import { Command } from 'commander';
import pc from 'picocolors';
import type { CommandContext } from './command-context.js';
import { commandTable, ownGroup } from './command-tree/command-table.js';
import { summaryOf } from './command-tree/describe-command.js';
import { exitCodeHelp } from './errors/exit-codes.js';
import { withoutValue } from './errors/without-value.js';
import { moreHelp, readOwnPackage } from './own-package.js';
import { addExamples } from './terminal/add-examples.js';
import { helpWidth } from './terminal/help-width.js';
import { showPrintable } from './terminal/show-printable.js';

/** All commands, or `only` one, which takes less time. Each imports what it runs on only when it runs. */
export function createProgram(context: CommandContext, only?: string): Command {
  const own = readOwnPackage();
  const program = new Command('kosmo')
    .description('Call the functions of installed integrations: directly, from Lua scripts and over MCP.')
    .version(own.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help; kosmo COMMAND --help tells about one command')
    .addHelpCommand(helpCommand())
    .enablePositionalOptions()
    .addHelpText('after', `\n${exitCodeHelp()}${moreHelp(own)}`);
  addExamples(program, [
    'kosmo list',
    'kosmo search "store a value for an hour"',
    'kosmo upstash get_key --key greeting',
  ]);
  for (const [name, { create, group, hidden = false }] of Object.entries(commandTable))
    if (only === undefined || name === only) program.addCommand(create(context).helpGroup(group), { hidden });
  for (const command of withSubcommands(program))
    command
      .configureHelp({ ...helpSettings, helpWidth: helpWidth() })
      .exitOverride()
      .showHelpAfterError('(see --help)')
      .configureOutput(context.envelope ? silent : { outputError });
  return program;
}

function helpCommand(): Command {
  const command = new Command('help').argument('[command]').helpOption(false);
  return command.description('Show the help of a command.').helpGroup(ownGroup);
}

const helpSettings = {
  subcommandTerm: (command: Command) => command.name(),
  subcommandDescription: summaryOf,
  // Commander takes colours out again where there are none.
  styleTitle: pc.createColors(true).bold,
};

/** The envelope has the message. */
const silent = { outputError: () => {}, writeErr: () => {} };

/** Commander begins its messages with `error: `, as ours begin where the command line is right. */
function outputError(text: string, write: (text: string) => void): void {
  write(showPrintable(withoutValue(text).replace(/^error: /, 'usage: ')));
}

function withSubcommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}
