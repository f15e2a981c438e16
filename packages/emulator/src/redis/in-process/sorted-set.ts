import { readUnlimitedFloat, writeFloat } from './commands/arguments.js';
import type { Database } from './database.js';
import { RedisError } from './redis-error.js';

/** A member and its score. */
export type Scored = readonly [member: string, score: number];

/** The sorted set itself where there is one. */
export function scores(database: Database, key: string): Map<string, number> {
  return database.read('zset', key) ?? new Map();
}

/** By score, and members of one score by their bytes. */
export function sorted(scored: ReadonlyMap<string, number>): Scored[] {
  return [...scored].toSorted(([a, scoreOfA], [b, scoreOfB]) =>
    scoreOfA === scoreOfB ? compare(a, b) : compare(scoreOfA, scoreOfB),
  );
}

function compare<T extends string | number>(a: T, b: T): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

export function writeScored(members: readonly Scored[], withScores: boolean): string[] {
  return members.flatMap(([member, score]) => (withScores ? [member, writeFloat(score)] : [member]));
}

/** `1`, `(1` without 1 itself, `-inf`, `+inf`. */
export function readScoreRange(min = '', max = ''): (score: number) => boolean {
  const [low, high] = [readBound(min), readBound(max)];
  return (score) =>
    (low.open ? score > low.score : score >= low.score) &&
    (high.open ? score < high.score : score <= high.score);
}

function readBound(text: string): { score: number; open: boolean } {
  const open = text.startsWith('(');
  const notAFloat = () => new RedisError('ERR min or max is not a float');
  // Nothing counts as 0 here.
  const spelled = (open ? text.slice(1) : text).trimStart() || '0';
  return { score: readUnlimitedFloat(spelled, notAFloat), open };
}
