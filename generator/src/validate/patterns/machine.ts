import type { Letter } from './alphabet.js';
import { type Before, mapPlaces, nothing, type ProgramPlace, placeOf } from './find-moves.js';
import { findSure } from './find-sure.js';
import type { Program } from './program.js';

/** How often a backtracking engine comes to the same place of a text, by the step that read the last character. */
export interface Runs {
  /** The kind of that character, as `^` and `\b` see it. */
  readonly before: Before;
  readonly counts: ReadonlyMap<number, number>;
  /** One has come to a match, or to where there is one whatever follows. */
  readonly settled: boolean;
}

/** A regular expression, as the runs that an engine may make if it never finds what it looks for. */
export interface Machine {
  readonly letters: readonly Letter[];
  readonly first: Runs;
  /** Runs after one more character, the number of a letter. A search begins one at each place. */
  readonly read: (runs: Runs, letter: number) => Runs;
  /** Whether one of the runs comes to a match in what follows. What a look-ahead decides counts as no match. */
  readonly matchesAfter: (runs: Runs, ending: readonly number[]) => boolean;
}

/**
 * Makes the machine of a program.
 *
 * A run that comes to where the expression matches whatever follows ends the search, so there is one such run at most.
 */
export function makeMachine(program: Program, flags: string): Machine {
  const { steps, start } = program;
  const places = mapPlaces(program, flags);
  const { letters, befores, movesFrom, behind } = places;
  const isSure = findSure(places);
  const restarts = !isSure(placeOf(start, nothing));
  const placeAfter = (step: number, before: Before) =>
    placeOf((steps[step] as { readonly next: number }).next, before);

  function read({ before, counts, settled }: Runs, letter: number): Runs {
    const next = new Map<number, number>();
    let settles = settled;
    const move = (place: ProgramPlace, count: number) => {
      const { to: moves, matches } = movesFrom(place);
      settles ||= matches[letter]!;
      for (const [to, ways] of moves[letter]!) {
        const sure = isSure(behind(to, letter));
        next.set(to, sure ? 1 : (next.get(to) ?? 0) + count * ways);
        settles ||= sure;
      }
    };
    if (before === nothing || restarts) move(placeOf(start, before), 1);
    for (const [step, count] of counts) move(placeAfter(step, before), count);
    return { before: befores[letter]!, counts: next, settled: settles };
  }

  return {
    letters,
    first: { before: nothing, counts: new Map(), settled: !restarts },
    read,
    matchesAfter({ before, counts }, ending) {
      let from = [...counts.keys()].map((step) => placeAfter(step, before));
      return [...ending, letters.length].some((letter) => {
        const moves = from.map(movesFrom);
        from = moves.flatMap(({ to }) => [...(to[letter]?.keys() ?? [])]).map((step) => behind(step, letter));
        return moves.some(({ matches }) => matches[letter]);
      });
    },
  };
}

/** All runs together. */
export function countRuns({ counts }: Runs): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
