import { countRuns, type Machine, type Runs } from './machine.js';
import { measurePump, type Pump, shortenPump } from './measure-pump.js';
import type { Program } from './program.js';

/** A text that takes an expression long. */
export interface Attack {
  readonly prefix: string;
  /** Repeated, each time at the cost of all that came before. */
  readonly pump: string;
  /** The end of the attack: it makes the match fail, so that the engine tries every other way. */
  readonly suffix: string;
  /** The power of the text's length with which its time grows; Infinity when it is the exponent. */
  readonly degree: number;
  /** The repetition that reads the pump, as it is written. */
  readonly part: string;
}

/** A text by its letters, and the runs at its end. */
interface Trail {
  readonly runs: Runs;
  readonly word: readonly number[];
}

const longestWord = 48;
const longestPump = 16;
const widest = 24;

/** Looks for a text on which runs get more and more, and that does not match, following those that have the most. */
export function findAttack(machine: Machine, { steps }: Program): Attack | undefined {
  const measure = measurePump(machine, 60);

  /** An end of a word that makes runs grow; `least` is how often the word must have it. */
  function pumpOf({ word }: Trail, least: number): Pump | undefined {
    for (let size = 1; size <= Math.min(longestPump, word.length / 2); size += 1) {
      const pump = word.slice(-size);
      let start = word.length - size;
      while (start >= size && word.slice(start - size, start).join() === pump.join()) start -= size;
      const found = start <= word.length - size * least ? measure(word.slice(0, start), pump) : undefined;
      if (found) return found;
    }
    return undefined;
  }

  let trails: readonly Trail[] = [{ runs: machine.first, word: [] }];
  for (let length = 1; length <= longestWord; length += 1) {
    trails = widen(machine, trails);
    if (length % 8 > 0) continue;
    // A word that repeats nothing may still end in what grows: it is looked at last, since that takes long.
    const found =
      firstOf(trails, (trail) => pumpOf(trail, 3)) ??
      (length === longestWord ? firstOf(trails.slice(0, 5), (trail) => pumpOf(trail, 1)) : undefined);
    if (!found) continue;
    const { prefix, pump, suffix, degree, runs } = shortenPump(measurePump(machine, 2000), found);
    const spell = (word: readonly number[]) =>
      word.map((letter) => machine.letters[letter]!.example).join('');
    const part = hottestPart(runs, steps);
    return { prefix: spell(prefix), pump: spell(pump), suffix: spell(suffix), degree, part };
  }
  return undefined;
}

/** Texts that are a letter longer. Of those with the same runs, one is enough. */
function widen({ letters, read }: Machine, trails: readonly Trail[]): Trail[] {
  const next = new Map<string, Trail>();
  for (const { runs, word } of trails) {
    for (const letter of letters.keys()) {
      const after = read(runs, letter);
      const key = `${after.before}/${[...after.counts].map(String).toSorted().join()}`;
      if (!after.settled && !next.has(key)) next.set(key, { runs: after, word: [...word, letter] });
    }
  }
  return [...next.values()].toSorted((a, b) => countRuns(b.runs) - countRuns(a.runs)).slice(0, widest);
}

function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return undefined;
}

/** The repetition that most runs are in. */
function hottestPart({ counts }: Runs, steps: Program['steps']): string {
  const byCount = [...counts].toSorted(([, a], [, b]) => b - a);
  const parts = byCount.map(([step]) => (steps[step] as { readonly part: string }).part);
  return parts.find((part) => part !== '') ?? '';
}
