import type { FunctionModel } from '../model/model.js';
import { firstSentence } from './syntax/first-sentence.js';
import { plainLine } from './syntax/plain-line.js';

/** A description as lists show it: its first sentence, and what no list may leave out. */
export function summary({
  description,
  important,
}: Pick<FunctionModel, 'description' | 'important'>): string {
  if (important === undefined) return firstSentence(description);
  return `${firstSentence(description.slice(0, -important.length - 1))} ${plainLine(important)}`;
}
