import { equal } from './equal.js';
import { wrongType } from './expect.js';

/** `contains`: whether a list holds an equal item, or a string the other string. */
export function contains(subject: unknown, search: unknown): boolean {
  if (Array.isArray(subject)) return subject.some((item) => equal(item, search));
  return containsText(subject, search as string);
}

/** The same where a text is searched for. */
export function containsText(subject: unknown, search: string): boolean {
  if (Array.isArray(subject)) return subject.includes(search);
  if (typeof subject === 'string') return typeof search === 'string' && subject.includes(search);
  throw wrongType('contains', 1, 'an array or a string', subject);
}
