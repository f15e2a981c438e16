import type { Node, Span } from '../ast.js';
import { ExpressionError } from '../expression-error.js';
import type { Token } from './token.js';
import type { TokenStream } from './token-stream.js';

const maxNesting = 64;

/** How strongly a token binds to what stands before it. One that is not listed ends an expression. */
const powers: Readonly<Partial<Record<Token['kind'], number>>> = {
  '|': 1,
  '||': 2,
  '&&': 3,
  '==': 5,
  '!=': 5,
  '<': 5,
  '<=': 5,
  '>': 5,
  '>=': 5,
  '[]': 9,
  '[?': 21,
  '.': 40,
  '[': 55,
};

/** How much a rule leaves to what comes after it. */
export const power = { pipe: 1, or: 2, and: 3, comparison: 5, flatten: 9, star: 20, filter: 21, not: 45 };

/** A projection ends at an operator that binds less than this. */
const projectionPower = 10;

/** A rule for a token that begins an expression; the token has been taken. */
export type PrefixRule = (parser: Parser, token: Token) => Node;

/** A rule for a token that goes on after `left`; the token has been taken. */
export type InfixRule = (parser: Parser, left: Node, token: Token) => Node;

/** What the rules share, after Pratt's method. */
export interface Parser {
  readonly tokens: TokenStream;
  readonly prefix: Readonly<Partial<Record<Token['kind'], PrefixRule>>>;
  readonly infix: Readonly<Partial<Record<Token['kind'], InfixRule>>>;
  /** For a `[` that can only begin a multi-select list. */
  readonly list: PrefixRule;
  nesting: number;
}

/** Parses as much as binds more than `least`. */
export function parseExpression(parser: Parser, least: number): Node {
  const rule = parser.prefix[parser.tokens.peek().kind];
  if (!rule) throw parser.tokens.unexpected('expected an expression');
  const token = parser.tokens.next();
  return nested(parser, token, () => parseRest(parser, rule(parser, token), least));
}

/** Counts one level more while `work` parses, so that no expression can exhaust the stack. */
function nested(parser: Parser, at: Span, work: () => Node): Node {
  parser.nesting += 1;
  if (parser.nesting > maxNesting) {
    throw new ExpressionError(`the expression is nested more than ${maxNesting} levels deep`, at);
  }
  const node = work();
  parser.nesting -= 1;
  return node;
}

/** Goes on after `node` with what binds more than `least`. */
export function parseRest(parser: Parser, node: Node, least: number): Node {
  let left = node;
  for (;;) {
    const { kind } = parser.tokens.peek();
    const rule = parser.infix[kind];
    if (!rule || (powers[kind] ?? 0) <= least) return left;
    left = rule(parser, left, parser.tokens.next());
  }
}

/** What a projection applies to each item: the rest of the chain, or nothing. */
export function parseProjected(parser: Parser, least: number): Node {
  const next = parser.tokens.peek();
  const item: Node = { kind: 'current', offset: next.offset, length: 0 };
  if ((powers[next.kind] ?? 0) < projectionPower) return item;
  return nested(parser, next, () => {
    const token = parser.tokens.next();
    if (token.kind !== '.') return parseRest(parser, parser.infix[token.kind]!(parser, item, token), least);
    const member = parseMember(parser);
    // A multi-select ends the chain, as in other implementations: what follows is applied to the list of all.
    return member.kind === 'list' || member.kind === 'hash' ? member : parseRest(parser, member, least);
  });
}

/** The one thing that may stand after a dot. */
export function parseMember(parser: Parser): Node {
  const { kind } = parser.tokens.peek();
  const isMember = kind === 'name' || kind === '*' || kind === '{' || kind === '[';
  if (!isMember) throw parser.tokens.unexpected('expected a name, `*`, `[` or `{` after the dot');
  const token = parser.tokens.next();
  return kind === '[' ? parser.list(parser, token) : parser.prefix[kind]!(parser, token);
}
