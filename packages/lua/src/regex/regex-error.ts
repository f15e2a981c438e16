/** A pattern or a text that cannot be used; the message is for the script's author. */
export class RegexError extends Error {
  override readonly name = 'RegexError';
}
