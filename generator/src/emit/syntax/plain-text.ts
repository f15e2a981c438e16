import { Emitted } from '../emitted.js';
import { replaceUnprintable, unicodeEscape } from '../../javascript/unprintable.js';

/** Text for a block of plain text, with its lines; what cannot be seen is spelled as an escape. */
export function plainText(text: string): Emitted {
  const lines = text.replace(/\r\n?/g, '\n').trimEnd().split('\n');
  return new Emitted(lines.map((line) => replaceUnprintable(line, unicodeEscape)).join('\n'));
}
