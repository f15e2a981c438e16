import * as meanings from './meanings.js';
import { stem } from './plain-words.js';

/** What a function does: its `operation`. */
export type Kind = 'read' | 'write';

/** A meaning is written `=get`, by the first word of its group: no text has such a word. */
type Meanings = ReadonlySet<string>;

const verbs = new Map<string, Set<string>>();
const kinds = new Map<string, Set<Kind>>();
const things = new Map<string, Set<string>>();
const names = new Map<string, Set<string>>();
const none: ReadonlySet<never> = new Set();

for (const [kind, lines] of [
  ['read', meanings.reading],
  ['write', meanings.writing],
] as const)
  for (const { meaning, named, said } of lines.map(readGroup)) {
    for (const word of named) enter(names, stem(word), meaning);
    for (const word of said) {
      enter(verbs, word, meaning);
      enter(kinds, stem(word), kind);
    }
  }
for (const { meaning, named, said } of meanings.things.map(readGroup)) {
  for (const word of named) enter(names, stem(word), meaning);
  for (const word of said) enter(things, stem(word), meaning);
}

const always = readImplied(meanings.implyAlways);
const withoutVerb = readImplied(meanings.implyWithoutVerb);

/** The meanings of a stem in the name or the description of a function. */
export const meaningsInNames = (word: string): Meanings => names.get(word) ?? none;

/** What a verb of a question asks for, in its base form. */
export const meaningsOfVerb = (word: string): Meanings => verbs.get(word) ?? none;

/** What a stem in a question stands for. */
export const meaningsOfThing = (word: string): Meanings => things.get(word) ?? none;

/** Whether a stem is of a verb that reads or writes; undefined when it is of neither or may be of both. */
export function kindOf(word: string): Kind | undefined {
  const [kind, other] = kinds.get(word) ?? [];
  return other === undefined ? kind : undefined;
}

/** What a stem implies that is no verb: `all` implies a list. */
export function impliedBy(word: string, hasVerb: boolean): string | undefined {
  return always.get(word) ?? (hasVerb ? undefined : withoutVerb.get(word));
}

function readGroup(line: string) {
  const [named = [], more = []] = line.split(' | ').map((words) => words.split(' '));
  return { meaning: `=${named[0]}`, named, said: [...named, ...more] };
}

function readImplied(words: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([meaning, line]) =>
      line.split(' ').map((word) => [stem(word), `=${meaning}`]),
    ),
  );
}

function enter<Value>(to: Map<string, Set<Value>>, word: string, value: Value): void {
  to.set(word, (to.get(word) ?? new Set()).add(value));
}
