import { expectString, expectStrings } from './expect.js';

/** `join`: the strings of a list in one, with `glue` between them. */
export function join(glue: unknown, strings: unknown): string {
  return expectStrings(strings, 'join', 2).join(expectString(glue, 'join', 1));
}
