import type { CharRange } from './alphabet.js';

/**
 * One step of the engine; `part` is the repetition that it is in. Those that read nothing lead on to others, in the
 * order in which they are tried.
 */
export type Step =
  | { readonly kind: 'read'; readonly set: number; readonly next: number; readonly part: string }
  | { readonly kind: 'try'; branches: readonly number[] }
  /** What a look-ahead holds is read from the same place as what comes after it. */
  | { readonly kind: 'look'; readonly branches: readonly number[] }
  | { readonly kind: 'assert'; readonly what: 'start' | 'end' | 'word' | 'inside'; readonly next: number }
  /** A repetition ends where a round of it has read nothing: `begin` and `check` stand around a round. */
  | { readonly kind: 'begin' | 'check'; readonly loop: number; readonly next: number }
  | { readonly kind: 'accept' }
  | { readonly kind: 'stop' };

/** A regular expression as the steps that a backtracking engine takes. */
export interface Program {
  readonly steps: readonly Step[];
  readonly start: number;
  /** The sets of characters that steps read; a step names one by its number. */
  readonly sets: readonly (readonly CharRange[])[];
  readonly hasAssertions: boolean;
  /** What a look-behind forbids and a back-reference reads is not known: runs are counted that cannot be. */
  readonly overcounts: boolean;
}

/** Nothing can be said of the expression. The message says why, in words about it. */
export class Unproven extends Error {}
