import { Emitted } from '../emitted.js';
import { replaceUnprintable, unicodeEscape } from '../../javascript/unprintable.js';

/**
 * A JSON document, indented by two spaces, without a final newline. Whatever is not a JSON value (undefined in
 * a list, a function, an infinite number) is an error; a property that is undefined is left out.
 */
export function json(value: unknown): Emitted {
  const text = JSON.stringify(value, refuse, 2);
  if (text === undefined) throw new TypeError(`no JSON value: ${typeof value}`);
  // Newlines between the tokens are JSON.stringify's own; inside strings it has escaped them.
  return new Emitted(
    replaceUnprintable(text, (character) => (character === '\n' ? character : unicodeEscape(character))),
  );
}

/** A file that holds one JSON document. */
export function jsonFile(value: unknown): string {
  return `${json(value).text}\n`;
}

// JSON.stringify turns these into null or drops them, without a word.
function refuse(this: unknown, key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new TypeError(`no JSON number: ${value} at "${key}"`);
  if (
    typeof value === 'function' ||
    typeof value === 'symbol' ||
    (value === undefined && Array.isArray(this))
  ) {
    throw new TypeError(`no JSON value: ${typeof value} at "${key}"`);
  }
  return value;
}
