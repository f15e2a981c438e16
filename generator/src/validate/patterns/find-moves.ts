import { type CharRange, type Letter, makeAlphabet, matchedRanges } from './alphabet.js';
import { type Program, type Step, Unproven } from './program.js';

/** The kind of the last character, as `^` and `\b` see it. */
export type Before = 0 | 1 | 2 | 3;
export const nothing = 0;
const other = 1;
const lineEnd = 2;
const word = 3;

/** Where a run stands: before a step, behind a character. */
export type ProgramPlace = number;
export const placeOf = (step: number, before: Before): ProgramPlace => step * 4 + before;

/** The places that follow a place, by the letter that is read. */
export interface Moves {
  /** The steps that read the letter, each with the number of ways to it, up to where the expression matches. */
  readonly to: readonly ReadonlyMap<number, number>[];
  /** The moves that do not depend on a look-ahead. */
  readonly certain: readonly ReadonlySet<number>[];
  /** Whether the expression matches before the letter; the last is for the end of the text. */
  readonly matches: readonly boolean[];
}

/** The places of an expression, and what they lead to. */
export interface PlaceMap {
  readonly letters: readonly Letter[];
  readonly movesFrom: (place: ProgramPlace) => Moves;
  /** Behind a step that has read a letter. */
  readonly behind: (step: number, letter: number) => ProgramPlace;
  /** The kind of a letter, as the assertion after it sees it. */
  readonly befores: readonly Before[];
}

const mostMoves = 2000;
/** What an assertion wants to come next. What a look-ahead wants is not found out. */
const wants = { end: 1, lineEnd: 2, word: 4, other: 8, unknown: 16 } as const;
const lineEnds: readonly CharRange[] = [
  [10, 10],
  [13, 13],
  [0x2028, 0x2029],
];

export function mapPlaces({ steps, sets, hasAssertions }: Program, flags: string): PlaceMap {
  const lines = flags.includes('m');
  const asked = hasAssertions ? [lineEnds, matchedRanges('\\w', flags)] : [];
  const letters = makeAlphabet([...sets, ...asked], flags);
  const befores = letters.map(({ isIn }): Before => {
    if (!hasAssertions) return other;
    return isIn.at(-2) ? lineEnd : isIn.at(-1) ? word : other;
  });
  const known: Moves[] = [];

  function findMoves(from: number, before: Before): Moves {
    const to = letters.map(() => new Map<number, number>());
    const certain = letters.map(() => new Set<number>());
    const matches = [...letters, undefined].map(() => false);
    let left = mostMoves;
    /** Says whether it comes to where the expression matches whatever follows: nothing is tried after that. */
    const follow = (index: number, want: number, begun: readonly number[]): boolean => {
      if ((left -= 1) < 0) throw new Unproven(`a character can match in more than ${mostMoves} ways`);
      const step = steps[index]!;
      switch (step.kind) {
        case 'read':
          for (const [letter, { isIn }] of letters.entries()) {
            if (!isIn[step.set] || matches[letter] || !suits(want, letter)) continue;
            to[letter]!.set(index, (to[letter]!.get(index) ?? 0) + 1);
            if (!(want & wants.unknown)) certain[letter]!.add(index);
          }
          return false;
        case 'try':
          return step.branches.some((branch) => follow(branch, want, begun));
        case 'look':
          for (const branch of step.branches) follow(branch, want | wants.unknown, begun);
          return false;
        case 'begin':
          return follow(step.next, want, [...begun, step.loop]);
        case 'check':
          return !begun.includes(step.loop) && follow(step.next, want, begun);
        case 'assert': {
          const more = wantOf(step.what, before);
          return more !== undefined && follow(step.next, want | more, begun);
        }
        case 'accept':
          if (want & wants.unknown) return false;
          for (const letter of letters.keys()) if (suits(want, letter)) matches[letter] = true;
          if (!(want & wants.word)) matches[letters.length] = true;
          return want === 0;
        case 'stop':
          return false;
      }
    };
    follow(from, 0, []);
    return { to, certain, matches };
  }

  function wantOf(what: (Step & { kind: 'assert' })['what'], before: Before): number | undefined {
    if (what === 'start') return before === nothing || (lines && before === lineEnd) ? 0 : undefined;
    if (what === 'end') return lines ? wants.lineEnd : wants.end;
    return (before === word) === (what === 'word') ? wants.other : wants.word;
  }

  function suits(want: number, letter: number): boolean {
    const before = befores[letter];
    if (want & wants.end || (want & wants.lineEnd && before !== lineEnd)) return false;
    return !(want & wants.word && before !== word) && !(want & wants.other && before === word);
  }

  return {
    letters,
    befores,
    movesFrom: (place) => (known[place] ??= findMoves(place >> 2, (place & 3) as Before)),
    behind: (step, letter) => placeOf((steps[step] as { readonly next: number }).next, befores[letter]!),
  };
}
