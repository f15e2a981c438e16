import { plainLine } from './plain-line.js';

/** The first sentence of a description, which tells a function from the others; the rest is in the docs. */
export function firstSentence(text: string): string {
  return plainLine(text).split(/(?<=[.!?]) (?=[A-Z`])/)[0]!;
}
