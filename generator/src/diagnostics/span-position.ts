import type { Excerpt } from './diagnostic.js';

/** How much of a line is quoted on either side of the offending part. */
const reach = 100;

/** Line, column, length and the quoted line of a span of a text. */
export function spanPosition(
  text: string,
  { start, end }: { start: number; end: number },
): { line: number; column: number; length: number; excerpt: Excerpt } {
  const from = Math.min(start, text.length);
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const lineFeed = text.indexOf('\n', from);
  const lineEnd = lineFeed === -1 ? text.length : lineFeed;
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < from; at = text.indexOf('\n', at + 1)) line++;
  const length = Math.max(1, Math.min(end, lineEnd) - from);
  return {
    line,
    column: from - lineStart + 1,
    length,
    excerpt: quote(text, from, length, lineStart, lineEnd),
  };
}

function quote(text: string, from: number, length: number, lineStart: number, lineEnd: number): Excerpt {
  const left = from - lineStart > 2 * reach ? from - reach : lineStart;
  const right = Math.min(lineEnd, Math.max(from + Math.min(length, reach), left + 2 * reach));
  const shown = text.slice(left, right).replace(/\r$/, '');
  return {
    text: `${left > lineStart ? '…' : ''}${shown}${right < lineEnd ? '…' : ''}`,
    caret: from - left + (left > lineStart ? 1 : 0),
  };
}
