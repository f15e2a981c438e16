/**
 * What a terminal takes for a command or shows in another order: control characters but tabs and line breaks, those that
 * turn the direction of text, halves of characters.
 */
const unsafe = /(?![\t\n]|\r\n)[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/gu;

/** Text from outside with such characters as `\u001b`, which is also how JSON writes them. */
export function showPrintable(text: string): string {
  return text.replace(unsafe, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Shows text on standard output where it is a terminal; data in a pipe or a file stays as it is. */
export function showOnOutput(text: string): string {
  return process.stdout.isTTY ? showPrintable(text) : text;
}
