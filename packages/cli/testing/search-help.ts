import type { CommandDescription } from '../src/command-tree/describe-command.js';

/** How much a word counts where a reader of help finds it. */
const weights = { name: 3, summary: 3, description: 2, parent: 1, details: 0.5 };

/** Names in examples: every command has some. */
const placeholders = new Set(['upstash', 'planetscale', 'kosmo']);

const empty = new Set(
  `a about am an and another any are as at be been behave by can could do does for from get give got had has have how i if in into is it its let like
   me my need no not of off on one or our please so some that the their them there these this those to up us want was
   we what when where which while who why will with without would you your`.split(/\s+/),
);

/** A leaf of the command tree: what it is called and the words of its help. */
interface Entry {
  readonly command: string;
  readonly words: ReadonlyMap<string, number>;
}

/**
 * Finds commands as somebody does who reads `kosmo --help` and the help one level below, and looks for the words of a
 * question: by how many of them a command's help has, rare ones first. Gives command lines without `kosmo`, the best first.
 */
export function searchHelp(tree: CommandDescription): (question: string) => string[] {
  const entries = tree.commands.flatMap((command) => entriesOf(command));
  const rarity = (word: string) => {
    const having = entries.filter(({ words }) => words.has(word)).length;
    return having === 0 ? 0 : Math.log(1 + entries.length / having);
  };
  return (question) => {
    const asked = [...new Set(wordsOf(question))];
    const score = ({ words }: Entry) =>
      asked.reduce((sum, word) => sum + rarity(word) * Math.sqrt(words.get(word) ?? 0), 0);
    const scored = entries.map((entry) => ({ command: entry.command, score: score(entry) }));
    const found = scored.filter((one) => one.score > 0).toSorted((a, b) => b.score - a.score);
    return found.map(({ command }) => command);
  };
}

/** The commands that do something: those with others below them only lead there. */
export function leavesOf(command: CommandDescription): CommandDescription[] {
  return command.commands.length > 0 ? command.commands.flatMap(leavesOf) : [command];
}

function entriesOf(command: CommandDescription, parent?: CommandDescription): Entry[] {
  if (command.commands.length > 0) return command.commands.flatMap((one) => entriesOf(one, command));
  const words = new Map<string, number>();
  // A word that is said twice counts once, where it counts most.
  const enter = (text: string, weight: number) => {
    for (const word of wordsOf(text)) words.set(word, Math.max(weight, words.get(word) ?? 0));
  };
  enter(command.command.replace('kosmo ', ''), weights.name);
  enter(command.summary, weights.summary);
  enter(command.description, weights.description);
  enter(parent?.description ?? '', weights.parent);
  for (const { name, description } of [...command.arguments, ...command.options])
    enter(`${name} ${description}`, weights.details);
  for (const example of command.examples) enter(example, weights.details);
  return [{ command: command.command.replace('kosmo ', ''), words }];
}

function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !empty.has(word) && !placeholders.has(word)).map(stem);
}

/** Rough: cuts off what number and tense add. */
function stem(word: string): string {
  return word
    .replace(/ies$/, 'y')
    .replace(/(?<=.{3})(?:ing|ed|es|s)$/, '')
    .replace(/(?<=.{3})(.)\1$/, '$1')
    .replace(/(?<=.{3})e$/, '');
}
