import { expectString } from './expect.js';

/** `starts_with`: whether a string begins with another. */
export function startsWith(subject: unknown, prefix: unknown): boolean {
  return expectString(subject, 'starts_with', 1).startsWith(expectString(prefix, 'starts_with', 2));
}

/** `ends_with`: whether a string ends with another. */
export function endsWith(subject: unknown, suffix: unknown): boolean {
  return expectString(subject, 'ends_with', 1).endsWith(expectString(suffix, 'ends_with', 2));
}
