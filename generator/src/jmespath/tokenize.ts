import { ExpressionError } from './expression-error.js';
import { jsString } from './js-string.js';
import { readLiteral } from './read-literal.js';
import { marks, type Token } from './token.js';

type Reader = (text: string, offset: number) => Token | undefined;

const blank = /[ \t\r\n]*/y;
const unquoted = /[A-Za-z_]\w*/y;
const quoted = /"(?:[^"\\]|\\[^])*"/y;
const raw = /'(?:[^'\\]|\\[^])*'/y;
const json = /`(?:[^`\\]|\\[^])*`/y;
const integer = /-?\d+/y;

const readers: readonly Reader[] = [
  (text, offset) => {
    const found = match(unquoted, text, offset);
    if (found === undefined) return undefined;
    return { kind: 'name', name: found, quoted: false, offset, length: found.length };
  },
  (text, offset) => {
    const mark = marks.find((candidate) => text.startsWith(candidate, offset));
    return mark && { kind: mark, offset, length: mark.length };
  },
  (text, offset) => {
    const found = match(integer, text, offset);
    if (found === undefined) return undefined;
    const at = { offset, length: found.length };
    const value = Number(found);
    if (!Number.isSafeInteger(value)) throw new ExpressionError('the number is too large', at);
    return { kind: 'number', value, ...at };
  },
  (text, offset) => {
    const found = match(raw, text, offset);
    // A backslash escapes a quote and itself; before anything else it is text.
    const value = found?.slice(1, -1).replace(/\\(['\\])/g, '$1');
    return found && value !== undefined
      ? { kind: 'literal', value, offset, length: found.length }
      : undefined;
  },
  (text, offset) => {
    const found = match(quoted, text, offset);
    if (found === undefined) return undefined;
    return { kind: 'name', name: readName(found, offset), quoted: true, offset, length: found.length };
    return { kind: 'literal', value: readLiteral(found.slice(1, -1), at), ...at };
  },
];

/** Splits an expression into tokens; the last one is `end`. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let offset = skipBlank(text, 0);
  while (offset < text.length) {
    const token = readToken(text, offset);
    tokens.push(token);
    offset = skipBlank(text, offset + token.length);
  }
  tokens.push({ kind: 'end', offset: text.length, length: 0 });
  return tokens;
}

function readToken(text: string, offset: number): Token {
  for (const read of readers) {
    const token = read(text, offset);
    if (token) return token;
  }
  throw new ExpressionError(explain(text[offset]!), { offset, length: 1 });
}

const reasons: Readonly<Record<string, string>> = {
  '=': 'a single `=` means nothing here; write `==` to compare',
  '-': 'a `-` stands only before digits; a name that holds one needs double quotes',
  '"': 'the quoted name does not end; close it with `"`',
  "'": "the text does not end; close it with `'`",
  '`': 'the literal does not end; close it with a backtick',
};

function explain(character: string): string {
  return reasons[character] ?? `unexpected character ${jsString(character)}`;
}

function readName(found: string, offset: number): string {
  try {
    return JSON.parse(found) as string;
  } catch {
    throw new ExpressionError('the quoted name is not a valid JSON string', { offset, length: found.length });
  }
}

function skipBlank(text: string, offset: number): number {
  return offset + (match(blank, text, offset)?.length ?? 0);
}

function match(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}
