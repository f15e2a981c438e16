import type { Command } from 'commander';
import {
  type CommandDescription,
  describeCommand,
  type OptionDescription,
} from '../command-tree/describe-command.js';
import { findCommand } from '../command-tree/find-command.js';
import { integrationName } from '../commands/integration.js';
import { type Candidate, type Completion, completeValue } from './complete-value.js';
import { describeFunction, functionsOf } from './describe-function.js';

const none: Completion = { candidates: [], files: false };

/** Completes the last of the words that follow `kosmo`. Words that do not fit what is begun may be among the candidates. */
export async function completeWords(words: readonly string[], program: Command): Promise<Completion> {
  const current = words.at(-1) ?? '';
  const before = words.slice(0, -1).filter((word, at) => at > 0 || word !== '--json');
  if (before.includes('--')) return { candidates: [], files: true };
  const found = findCommand(program, before);
  const isShort = found.path.length === 0 && found.rest.some((word) => !word.startsWith('-'));
  const [name] = isShort ? [integrationName] : found.path;
  const command = describeCommand(found.command);
  if (name === integrationName || name === 'call') return completeCall(name, found.rest, current, command);
  const completed = await completeArgument(command, found.rest, current);
  if (found.rest.length > 0 || current.startsWith('-')) return completed;
  const shown = command.commands.filter((one) => one.name !== integrationName);
  const below = shown.map(({ name: value, summary: description }) => ({ value, description }));
  const integrations = found.path.length > 0 ? none : await completeValue('integration');
  return { ...completed, candidates: [...below, ...completed.candidates, ...integrations.candidates] };
}

/** `upstash get_key …` and `call upstash_get_key …`: its flags are known when the function is. */
async function completeCall(
  name: string,
  rest: readonly string[],
  current: string,
  command: CommandDescription,
): Promise<Completion> {
  const plain = plainWords(rest, command.options);
  const most = name === 'call' ? 1 : 2;
  if (plain.length >= most) {
    const fn = await describeFunction(plain.slice(0, most));
    return fn === undefined ? none : completeArgument(fn.command, rest, current, fn.integration);
  }
  if (current.startsWith('-')) return completeArgument(command, rest, current);
  if (name === 'call') return completeValue('function');
  return plain.length === 0 ? completeValue('integration') : { ...none, candidates: functionsOf(plain[0]!) };
}

/** An option, the value of one, or the argument whose turn it is. */
async function completeArgument(
  { options, arguments: args }: CommandDescription,
  rest: readonly string[],
  current: string,
  integration?: string,
): Promise<Completion> {
  const plain = plainWords(rest, options);
  const owner = integration ?? plain[args.findIndex(({ name }) => name === 'integration')];
  const inline = /^(--[^=]+)=/.exec(current);
  const valued = takesValue(options, inline ? inline[1]! : rest.at(-1));
  if (valued) {
    const { candidates, files } = await completeValue(valued.value!, valued.choices, owner);
    const prefix = inline?.[0] ?? '';
    const withPrefix = ({ value, description }: Candidate) => ({ value: `${prefix}${value}`, description });
    return { files, candidates: candidates.map(withPrefix) };
  }
  if (current.startsWith('-')) {
    const free = options.filter(({ name, multiple }) => multiple || !rest.includes(name));
    return { ...none, candidates: free.map(({ name: value, description }) => ({ value, description })) };
  }
  const argument = args[plain.length] ?? (args.at(-1)?.variadic ? args.at(-1) : undefined);
  return argument ? completeValue(argument.name, argument.choices, owner) : none;
}

function takesValue(options: readonly OptionDescription[], word: string | undefined) {
  return options.find(({ name, short, value }) => value !== null && (name === word || short === word));
}

/** Words that are neither an option nor the value of one. */
function plainWords(words: readonly string[], options: readonly OptionDescription[]): string[] {
  return words.filter(
    (word, at) => !word.startsWith('-') && !(at > 0 && takesValue(options, words[at - 1]) !== undefined),
  );
}
