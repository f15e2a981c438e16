import type { Span } from '../ast.js';
import { ExpressionError } from '../expression-error.js';
import { printString } from '../../javascript/string.js';
import { readLiteral } from './read-literal.js';
import { marks, type Token } from './token.js';

interface Rule {
  readonly pattern: RegExp;
  readonly make: (found: string, at: Span) => Token;
}

const blank = /[ \t\r\n]*/y;

const rules: readonly Rule[] = [
  { pattern: /[A-Za-z_]\w*/y, make: (found, at) => ({ kind: 'name', name: found, quoted: false, ...at }) },
  {
    pattern: /"(?:[^"\\]|\\[^])*"/y,
    make: (found, at) => ({ kind: 'name', name: readName(found, at), quoted: true, ...at }),
  },
  // In text, a backslash escapes a quote and itself; before anything else it is text.
  {
    pattern: /'(?:[^'\\]|\\[^])*'/y,
    make: (found, at) => ({ kind: 'literal', value: found.slice(1, -1).replace(/\\(['\\])/g, '$1'), ...at }),
  },
  {
    pattern: /`(?:[^`\\]|\\[^])*`/y,
    make: (found, at) => ({ kind: 'literal', value: readLiteral(found.slice(1, -1), at), ...at }),
  },
  { pattern: /-?\d+/y, make: (found, at) => ({ kind: 'number', value: readNumber(found, at), ...at }) },
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
  const mark = marks.find((candidate) => text.startsWith(candidate, offset));
  if (mark) return { kind: mark, offset, length: mark.length };
  for (const { pattern, make } of rules) {
    const found = match(pattern, text, offset);
    if (found !== undefined) return make(found, { offset, length: found.length });
  }
  throw new ExpressionError(explain(text[offset]!), { offset, length: 1 });
}

const reasons: Readonly<Record<string, string>> = {
  '=': 'to compare, write `==`, not a single `=`',
  '-': 'a `-` must be followed by digits; put a name that contains `-` in double quotes',
  '"': 'the quoted name does not end; close it with `"`',
  "'": "the text does not end; close it with `'`",
  '`': 'the literal does not end; close it with a backtick',
};

function explain(character: string): string {
  return reasons[character] ?? `unexpected character ${printString(character)}`;
}

function readName(found: string, at: Span): string {
  try {
    return JSON.parse(found) as string;
  } catch {
    throw new ExpressionError('the quoted name is not a valid JSON string', at);
  }
}

function readNumber(found: string, at: Span): number {
  const value = Number(found);
  if (Number.isSafeInteger(value)) return value;
  throw new ExpressionError('the number is too large', at);
}

function skipBlank(text: string, offset: number): number {
  return offset + (match(blank, text, offset)?.length ?? 0);
}

function match(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}
