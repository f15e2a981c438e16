import { replaceUnprintable } from '../../javascript/unprintable.js';

/**
 * Text for people, on one line: white space becomes single spaces, and what cannot be seen is named, as in `(U+202E)`.
 * Not safe to print by itself; each language's emitters build on it.
 */
export function plainLine(text: string): string {
  if (/^(?:[!-~]+ )*[!-~]+$/.test(text)) return text;
  return replaceUnprintable(text.replace(/[\s\u0085]+/g, ' ').trim(), name);
}

function name(character: string): string {
  return `(U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')})`;
}

/** Breaks a plain line at spaces, at `width` characters where a space allows it. */
export function wrap(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (longer.length <= width || current === '') {
      current = longer;
      continue;
    }
    lines.push(current);
    current = word;
  }
  return [...lines, current];
}
