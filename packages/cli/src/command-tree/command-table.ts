import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { accountsCommand } from '../commands/setup/accounts.js';
import { apiCommand } from '../commands/api.js';
import { callCommand } from '../commands/call.js';
import { commandsCommand } from '../commands/commands.js';
import { completeCommand } from '../commands/complete.js';
import { completionCommand } from '../commands/completion.js';
import { doctorCommand } from '../commands/setup/doctor.js';
import { configureCommand } from '../commands/setup/configure.js';
import { docsCommand } from '../commands/docs.js';
import { emulateCommand } from '../commands/emulate.js';
import { generateCommand, validateCommand } from '../commands/generate.js';
import { integrationCommand } from '../commands/integration.js';
import { listCommand } from '../commands/list.js';
import { luaCommand } from '../commands/lua.js';
import { mcpCommand } from '../commands/mcp.js';
import { policyCommand } from '../commands/setup/policy.js';
import { schemaCommand } from '../commands/schema.js';
import { searchCommand } from '../commands/search.js';
import { statusCommand } from '../commands/setup/status.js';
import { trustCommand } from '../commands/setup/trust.js';

/**
 * What a command prints for programs. `data`: an envelope with `--json` or an agent's variable. `text`: an envelope with
 * `--json` only. `own`: with `--json` an object of its own, and an envelope when it fails before it can print that.
 */
export type Printing = 'data' | 'text' | 'own';

/** One command that follows `kosmo`. */
interface CommandEntry {
  readonly create: (context: CommandContext) => Command;
  /** The heading that it stands under in `kosmo --help`. */
  readonly group: string;
  readonly printing: Printing;
  /** It is for programs, and help does not show it. */
  readonly hidden?: true;
}

const call = 'Find and call functions:';
const accounts = 'Accounts, rules and health:';
const serve = 'For agents and tests:';
const maintain = 'For maintainers of integrations:';
export const ownGroup = 'The command line itself:';

/**
 * Every command of `kosmo`, in the order of its help: help, `kosmo commands` and completion are made from this table and from
 * the Command objects alone. To add a command, write `commands/NAME.ts` with a function that creates its Command, and enter
 * it here. The Command needs a description whose first sentence tells what people would ask for, and examples
 * (`addExamples`). Its action imports what it runs on, so that other commands do not load it, and prints with `printAnswer`,
 * which knows about `--json`, `--format` and `--quiet` (`addFormatOptions`). A mistake of the user is a UsageError. An option
 * or argument is completed by its choices, or by the name of its value (`completion/complete-value.ts`): `<account>` or
 * `<file>`.
 */
export const commandTable: Readonly<Record<string, CommandEntry>> = {
  list: { create: listCommand, group: call, printing: 'data' },
  search: { create: searchCommand, group: call, printing: 'data' },
  docs: { create: docsCommand, group: call, printing: 'text' },
  schema: { create: schemaCommand, group: call, printing: 'data' },
  call: { create: callCommand, group: call, printing: 'data' },
  integration: { create: integrationCommand, group: call, printing: 'data' },
  api: { create: apiCommand, group: call, printing: 'data' },
  lua: { create: luaCommand, group: call, printing: 'own' },
  configure: { create: configureCommand, group: accounts, printing: 'data' },
  accounts: { create: accountsCommand, group: accounts, printing: 'data' },
  status: { create: statusCommand, group: accounts, printing: 'data' },
  policy: { create: policyCommand, group: accounts, printing: 'data' },
  doctor: { create: doctorCommand, group: accounts, printing: 'data' },
  trust: { create: trustCommand, group: accounts, printing: 'text' },
  mcp: { create: mcpCommand, group: serve, printing: 'text' },
  emulate: { create: emulateCommand, group: serve, printing: 'own' },
  generate: { create: generateCommand, group: maintain, printing: 'text' },
  validate: { create: validateCommand, group: maintain, printing: 'text' },
  completion: { create: completionCommand, group: ownGroup, printing: 'text' },
  commands: { create: commandsCommand, group: ownGroup, printing: 'data' },
  __complete: { create: completeCommand, group: ownGroup, printing: 'text', hidden: true },
};
