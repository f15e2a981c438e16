import { Emitted } from '../emitted.js';
import { replaceUnprintable, unicodeEscape } from '../../javascript/unprintable.js';

// Words that some reader of YAML takes for a boolean or for nothing.
const notText = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
const plain = /^[a-z][a-z-]*[a-z]$/i;

/** A text that every reader of YAML takes for the same text: bare where that is safe, else in double quotes. */
export function yamlText(text: string): Emitted {
  if (plain.test(text) && !notText.test(text)) return new Emitted(text);
  // YAML reads JSON's escapes.
  return new Emitted(replaceUnprintable(JSON.stringify(text), unicodeEscape));
}

/** The block of fields at the head of a Markdown file. Keys are the caller's own literals. */
export function yamlFrontMatter(fields: Readonly<Record<string, string>>): Emitted {
  const lines = Object.entries(fields).map(([key, text]) => `${key}: ${yamlText(text).text}`);
  return new Emitted(['---', ...lines, '---'].join('\n'));
}
