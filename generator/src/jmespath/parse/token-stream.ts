import type { Span } from '../ast.js';
import { ExpressionError } from '../expression-error.js';
import { printString } from '../../javascript/string.js';
import type { Token } from './token.js';

/** Reads tokens one after the other, with a look at the next. */
export class TokenStream {
  #position = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  /** The next token, which stays; `ahead` looks further. */
  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.#position + ahead, this.tokens.length - 1)]!;
  }

  /** Takes the next token. */
  next(): Token {
    const token = this.peek();
    this.#position += 1;
    return token;
  }

  /** Takes the next token if it is of the kind. */
  skip(kind: Token['kind']): boolean {
    const found = this.peek().kind === kind;
    if (found) this.#position += 1;
    return found;
  }

  /** Takes the next token, which must be of the kind. */
  expect(kind: Token['kind']): Token {
    if (this.peek().kind !== kind) throw this.unexpected(`expected \`${kind}\``);
    return this.next();
  }

  /** The error for a next token that cannot stand there. */
  unexpected(wanted: string): ExpressionError {
    const token = this.peek();
    return new ExpressionError(`${wanted}, found ${describe(token)}`, token);
  }

  /** From `start` to the end of the last token taken. */
  since(start: Span): Span {
    const last = this.tokens[this.#position - 1];
    const end = last ? last.offset + last.length : start.offset;
    return { offset: start.offset, length: Math.max(0, end - start.offset) };
  }
}

function describe(token: Token): string {
  if (token.kind === 'name') return `the name ${printString(token.name)}`;
  if (token.kind === 'number') return `the number ${token.value}`;
  if (token.kind === 'literal') return 'a literal';
  return token.kind === 'end' ? 'the end' : `\`${token.kind}\``;
}
