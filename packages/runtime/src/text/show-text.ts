import { hideSecrets } from './redact.js';

/** Text from outside as one printable line: unprintable characters escaped, at most `most` characters. */
export function showText(text: string, most = 500): string {
  const start = text.slice(0, most);
  // Control and format characters (ANSI, bidi, zero-width among them) and lone surrogates.
  return (
    start.replace(/[\p{C}\u2028\u2029]/gu, (char) => `\\u{${char.codePointAt(0)!.toString(16)}}`) +
    (text[most] ? '…' : '')
  );
}

/** Text of a service, in which a secret must not even be half seen: hidden before the text is cut. */
export function showReply(text: string, secrets: readonly string[], most?: number): string {
  return showText(hideSecrets(text, secrets), most);
}

/** A short name from outside, in quotes. */
export function quoteText(text: string): string {
  return `"${showText(text, 64)}"`;
}
