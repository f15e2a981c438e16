import { replaceUnprintable, unicodeEscape } from './unprintable.js';

// Nearly all texts are plain; this only saves time.
const plain = /^[ !"#-&(-;=-[\]-~]*$/;

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A single-quoted string. Reads back as the very same text, and is safe inside an HTML script too. */
export function printString(text: string): string {
  if (plain.test(text)) return `'${text}'`;
  const escaped = text.replace(/['\\]/g, '\\$&').replace(/<(?=[/!])/g, '\\x3c');
  return `'${replaceUnprintable(escaped, (c) => shortEscapes[c] ?? unicodeEscape(c))}'`;
}
