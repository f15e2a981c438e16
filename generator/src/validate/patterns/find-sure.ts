import type { ProgramPlace, PlaceMap } from './find-moves.js';

/**
 * Tells the places from which an expression matches whatever follows: there it matches at the end of the text and,
 * for each letter, before it or from a place behind it that is one, too.
 */
export function findSure({ movesFrom, behind }: PlaceMap): (place: ProgramPlace) => boolean {
  const known: boolean[] = [];

  /** A place, and all that it leads on to, as far as they might be sure. */
  function gather(first: ProgramPlace): ProgramPlace[] {
    const found = [first];
    for (const place of found) {
      const { certain, matches } = movesFrom(place);
      known[place] = matches.at(-1)!;
      if (!known[place]) continue;
      for (const [letter, steps] of certain.entries()) {
        for (const step of steps) {
          const next = behind(step, letter);
          if (known[next] !== undefined) continue;
          known[next] = false;
          found.push(next);
        }
      }
    }
    return found.filter((place) => known[place]).toReversed();
  }

  const falls = (place: ProgramPlace) => {
    const { certain, matches } = movesFrom(place);
    const leadsOn = (steps: ReadonlySet<number>, letter: number) =>
      matches[letter] || [...steps].some((step) => known[behind(step, letter)]);
    return known[place] && !certain.every(leadsOn);
  };

  return (place) => {
    if (known[place] === undefined) {
      const found = gather(place);
      // What falls can bring down what leans on it.
      for (let fallen = found.filter(falls); fallen.length > 0; fallen = found.filter(falls)) {
        for (const one of fallen) known[one] = false;
      }
    }
    return known[place]!;
  };
}
