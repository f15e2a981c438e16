import type { Argument, Command, Option } from 'commander';
import { examplesOf } from '../terminal/add-examples.js';

/** Version of `schemas/commands-1.json`. Members may be added to it; one that is removed or changes makes a new version. */
export const schemaVersion = 1;

/** One command as `kosmo commands` describes it, and all below it. */
export interface CommandDescription {
  readonly name: string;
  /** What to type: `kosmo accounts list`. */
  readonly command: string;
  /** One sentence. */
  readonly summary: string;
  readonly description: string;
  readonly examples: readonly string[];
  readonly arguments: readonly ArgumentDescription[];
  readonly options: readonly OptionDescription[];
  readonly commands: readonly CommandDescription[];
}

export interface ArgumentDescription {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  /** It takes all words that are left. */
  readonly variadic: boolean;
  readonly choices: readonly string[] | null;
  readonly default: unknown;
}

export interface OptionDescription {
  /** `--dry-run`; `--arg NAME=` for a param that is called like an option of `kosmo`. */
  readonly name: string;
  /** `-y`; null for none. */
  readonly short: string | null;
  readonly description: string;
  readonly type: 'boolean' | 'integer' | 'number' | 'string';
  /** What help calls its value: `duration`; of a param, its JSON type. Null for a boolean. */
  readonly value: string | null;
  readonly required: boolean;
  /** It may be given several times. */
  readonly multiple: boolean;
  readonly choices: readonly string[] | null;
  readonly default: unknown;
}

/** Describes a command, from the same object that its help is made of. What help hides is left out. */
export function describeCommand(command: Command, parents: readonly string[] = []): CommandDescription {
  const path = [...parents, command.name()];
  const help = command.createHelp();
  const below = help.visibleCommands(command).filter((one) => command.commands.includes(one));
  const options = help.visibleOptions(command);
  return {
    name: command.name(),
    command: path.join(' '),
    summary: summaryOf(command),
    description: command.description(),
    examples: examplesOf(command),
    arguments: command.registeredArguments.map(describeArgument),
    options: options.map(describeOption),
    commands: below.map((one) => describeCommand(one, path)),
  };
}

/** The first sentence of its description. */
export function summaryOf(command: Command): string {
  return (
    command.summary() || (/^[^]*?[.!?](?=\s|$)/.exec(command.description())?.[0] ?? command.description())
  );
}

function describeArgument(argument: Argument): ArgumentDescription {
  return {
    name: argument.name(),
    description: argument.description,
    required: argument.required,
    variadic: argument.variadic,
    choices: argument.argChoices ?? null,
    default: argument.defaultValue ?? null,
  };
}

function describeOption(option: Option): OptionDescription {
  const value = valueName(option);
  return {
    name: longName(option),
    short: option.short ?? null,
    description: option.description,
    type: typeOf(value),
    value,
    required: option.mandatory,
    multiple: option.variadic,
    choices: option.argChoices ?? null,
    default: option.defaultValue ?? null,
  };
}

/** `--timeout <duration>`: duration. */
export function valueName({ flags }: Pick<Option, 'flags'>): string | null {
  const [, rest] = flags.split(/[<[]/, 2);
  return rest?.split(/[>\].]/, 1)[0] || null;
}

/** `-o, --output <file>`: --output. */
function longName({ flags }: Option): string {
  const at = flags.indexOf('--');
  return at < 0 ? flags : flags.slice(at).split(/[<[,]/, 1)[0]!.trimEnd();
}

function typeOf(value: string | null): OptionDescription['type'] {
  if (value === null) return 'boolean';
  if (value === 'count') return 'integer';
  return value === 'integer' || value === 'number' ? value : 'string';
}
