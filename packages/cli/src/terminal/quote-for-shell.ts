/** Text as one word of a POSIX shell, in which nothing means anything else. */
export function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
