import { expectString } from './expect.js';

/** `trim`: without the characters of `chars` at either end; whitespace when none are given. */
export function trim(subject: unknown, chars?: unknown): string {
  return cutEnd(cutStart(expectString(subject, 'trim', 1), keeps(chars, 'trim')), keeps(chars, 'trim'));
}

/** `trim_left`: without the characters of `chars` at the start; whitespace when none are given. */
export function trimLeft(subject: unknown, chars?: unknown): string {
  return cutStart(expectString(subject, 'trim_left', 1), keeps(chars, 'trim_left'));
}

/** `trim_right`: without the characters of `chars` at the end; whitespace when none are given. */
export function trimRight(subject: unknown, chars?: unknown): string {
  return cutEnd(expectString(subject, 'trim_right', 1), keeps(chars, 'trim_right'));
}

type Keeps = (character: string) => boolean;

function cutStart(text: string, kept: Keeps): string {
  const points = [...text];
  const first = points.findIndex(kept);
  return first < 0 ? '' : points.slice(first).join('');
}

function cutEnd(text: string, kept: Keeps): string {
  const points = [...text];
  return points.slice(0, points.findLastIndex(kept) + 1).join('');
}

// Unicode's White_Space is not what `\s` covers: U+0085 belongs to it, U+FEFF does not.
const whitespace = /^\p{White_Space}$/u;

function keeps(chars: unknown, fn: string): Keeps {
  const set = new Set(chars === undefined ? '' : expectString(chars, fn, 2));
  return (character) => !(set.size > 0 ? set.has(character) : whitespace.test(character));
}
