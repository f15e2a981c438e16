import { refuse } from '../../error.js';
import type { Get } from '../../operation.js';
import { toText } from './text.js';

/** What a header value may hold: no line break can end it early. */
export const headerText = /^[\t\x20-\x7e]*$/;

/** The value of a name, for a header. */
export function headerValue(get: Get, name: string): string | undefined {
  const plain = toText(get(name));
  if (plain !== undefined && !headerText.test(plain))
    refuse(name, 'must be plain ASCII without line breaks to fit a header');
  return plain;
}

/** Headers by lower-case name, without the absent ones. */
export function headerFields(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const present = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined);
  return Object.fromEntries(present);
}
