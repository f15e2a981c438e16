import { expectCount, expectString } from './expect.js';

/** `replace`: puts `by` for each `old`, or for the first `count` of them. An empty `old` stands nowhere. */
export function replace(subject: unknown, old: unknown, by: unknown, count?: unknown): string {
  const text = expectString(subject, 'replace', 1);
  const search = expectString(old, 'replace', 2);
  const replacement = expectString(by, 'replace', 3);
  const most = count === undefined ? Infinity : expectCount(count, 'replace', 4);
  if (search === '') return text;
  const parts = text.split(search);
  return parts.reduce((done, part, index) => done + (index <= most ? replacement : search) + part);
}
