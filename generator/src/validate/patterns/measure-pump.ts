import { countRuns, type Machine, type Runs } from './machine.js';

/** A word that makes runs grow when it is repeated. */
export interface Pump {
  /** Letters before it, the word, and those behind it that keep the expression from matching. */
  readonly prefix: readonly number[];
  readonly pump: readonly number[];
  readonly suffix: readonly number[];
  /** The power of the text's length with which time grows; Infinity when it is the exponent. */
  readonly degree: number;
  readonly runs: Runs;
}

export type MeasurePump = (prefix: readonly number[], pump: readonly number[]) => Pump | undefined;

/** Makes what tells how runs grow with a word. After `most` words it has nothing to say any more. */
export function measurePump({ letters, first, read, matchesAfter }: Machine, most: number): MeasurePump {
  // None, then one that looks like an end, then others, then two.
  const isEnd = (letter: number) => Number(['!', '\n'].includes(letters[letter]!.example));
  const order = [...letters.keys()].toSorted((a, b) => isEnd(b) - isEnd(a));
  const pairs = order.flatMap((one) => order.map((two) => [one, two]));
  const endings = [[], ...order.map((letter) => [letter]), ...pairs];
  let left = most;

  return (prefix, pump) => {
    if ((left -= 1) < 0) return undefined;
    let runs = prefix.reduce(read, first);
    const counts: number[] = [];
    for (let times = 1; times <= 64; times += 1) {
      runs = pump.reduce(read, runs);
      if (!Number.isInteger(Math.log2(times))) continue;
      counts.push(countRuns(runs));
      if (times >= 8 && !(counts.at(-1)! > counts.at(-2)!)) return undefined;
    }
    // What matches later on, the engine comes to only after it has tried out all that began here.
    const suffix = runs.settled ? undefined : endings.find((ending) => !matchesAfter(runs, ending));
    return suffix && { prefix, pump, suffix, degree: degreeOf(counts), runs };
  };
}

function degreeOf(counts: readonly number[]): number {
  const [short = 0, middle = 0, long = 0] = counts.slice(-3);
  if (long / middle > (2 * middle) / short) return Infinity;
  // The runs of each place add up.
  return Math.max(2, Math.round(Math.log2(long / middle)) + 1);
}

/** Shortens an input that grows, by the letters that add nothing. */
export function shortenPump(measure: MeasurePump, found: Pump): Pump {
  const { prefix, pump, degree } = found;
  const shorter = [
    ...prefix.map((_, index) => measure(prefix.toSpliced(index, 1), pump)),
    ...(pump.length > 1 ? pump.map((_, index) => measure(prefix, pump.toSpliced(index, 1))) : []),
  ].find((one) => one && one.degree >= degree);
  return shorter ? shortenPump(measure, shorter) : found;
}
