import type { ParsedNode } from 'yaml';

const escape = /\\(?:x..|u....|U........|\r?\n[ \t]*|.)/y;
const blank = /\s/;

/**
 * Where a part of a scalar's value stands in the file. Quotes, escapes, folded lines and
 * indentation make value and source differ; runs of blanks count as one another.
 */
export function locateInScalar(
  text: string,
  node: ParsedNode,
  { offset, length }: { offset: number; length: number },
): { start: number; end: number } {
  const style = 'type' in node ? node.type : undefined;
  const value = String((node as { value?: unknown }).value);
  const [from, end] = node.range;
  const quoted = style === 'QUOTE_DOUBLE' || style === 'QUOTE_SINGLE';
  const header = style === 'BLOCK_FOLDED' || style === 'BLOCK_LITERAL';
  let at = from + (quoted ? 1 : 0);
  if (header) at = text.indexOf('\n', from) + 1;
  const skipBlanks = () => {
    while (at < end && blank.test(text[at]!)) at++;
  };
  const take = (char: string) => {
    if (style === 'QUOTE_SINGLE' && char === "'") return void (at += 2);
    escape.lastIndex = at;
    if (style === 'QUOTE_DOUBLE' && text[at] === '\\') at += escape.exec(text)?.[0].length ?? 1;
    else at++;
  };
  let start = -1;
  for (let index = 0; index <= value.length; index++) {
    const isBlank = index < value.length && blank.test(value[index]!);
    if (!isBlank) skipBlanks();
    if (index === offset) start = at;
    if (index === offset + length) break;
    if (isBlank) {
      if (text[at] === '\\' || text[at] === ' ') take(value[index]!);
    } else if (index < value.length) {
      take(value[index]!);
    }
  }
  if (start === -1 || start >= end) return { start: Math.max(from, end - 1), end };
  const line = text.indexOf('\n', start);
  return { start, end: Math.max(start + 1, Math.min(at, end, line === -1 ? end : line)) };
}
