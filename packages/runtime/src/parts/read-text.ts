import { fail } from '../error.js';
import type { ReplyFormat } from '../operation.js';

/** Replies that are text. */
export const plainText: ReplyFormat = { accept: 'text/plain, */*', read: (text) => text };

/** Replies that are Markdown. */
export const markdown: ReplyFormat = { accept: 'text/markdown, text/plain, */*', read: (text) => text };

/** Named fields of a text: what the first group of each regular expression (flags: m) finds, or null. */
export function extract({ accept }: ReplyFormat, fields: Readonly<Record<string, string>>): ReplyFormat {
  const read = (text: string) => {
    const found = Object.entries(fields).map(
      ([name, source]) => [name, new RegExp(source, 'm').exec(text)?.[1] ?? null] as const,
    );
    if (found.every(([, value]) => value === null)) {
      const names = found.map(([name]) => name).join(', ');
      fail('bad_response', `the reply holds none of ${names}`, { outcome: 'done' });
    }
    return Object.fromEntries(found);
  };
  return { accept, read };
}
