/** A name or other text of the spec inside a message, cut where it is long. */
export function quoteName(name: string): string {
  return `\`${name.length > 60 ? `${name.slice(0, 59)}…` : name}\``;
}

/** A value of the spec inside a message. */
export function quoteValue(value: unknown): string {
  return typeof value === 'string' ? quoteName(value) : quoteName(JSON.stringify(value) ?? 'nothing');
}

/** What kind of value it is, in words. */
export function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  const words: Readonly<Record<string, string>> = {
    string: 'text',
    number: `the number ${String(value)}`,
    boolean: String(value),
    object: 'a mapping',
  };
  return words[typeof value]!;
}
