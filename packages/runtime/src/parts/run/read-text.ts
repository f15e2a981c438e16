import { fail } from '../../error.js';
import type { ReplyFormat } from '../../operation.js';

/** Replies that are text. */
export const plainText: ReplyFormat = { accept: 'text/plain, */*', read: (text) => text };

/** Replies that are Markdown. */
export const markdown: ReplyFormat = { accept: 'text/markdown, text/plain, */*', read: (text) => text };

/**
 * Named fields of a text: what the first group of each regular expression (flags: m) finds, or null.
 * Throws `bad_response`, which names them, when one of `required` is not there, or none at all.
 */
export function extract(
  { accept }: ReplyFormat,
  fields: Readonly<Record<string, string>>,
  required: readonly string[] = [],
): ReplyFormat {
  const read = (text: string) => {
    const found = Object.fromEntries(
      Object.entries(fields).map(([name, source]) => [name, firstGroup(new RegExp(source, 'm'), text, name)]),
    );
    const names = Object.keys(found);
    const missing = required.filter((name) => found[name] === null);
    if (missing[0] || names.every((name) => found[name] === null)) {
      const what = missing[0] ? `lacks ${missing.join(', ')}` : `contains none of ${names.join(', ')}`;
      fail('bad_response', `the reply ${what}`, { outcome: 'done' });
    }
    return found;
  };
  return { accept, read };
}

function firstGroup(expression: RegExp, text: string, name: string): string | null {
  try {
    return expression.exec(text)?.[1] ?? null;
  } catch {
    // V8 has run out of space for where to go back to.
    fail('bad_response', `the reply is too long to search for ${name}`, { outcome: 'done' });
  }
}
