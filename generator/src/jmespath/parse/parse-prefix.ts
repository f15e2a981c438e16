import type { HashEntry, Node, ExpressionReference } from '../ast.js';
import { checkCall } from './check-call.js';
import { ExpressionError } from '../expression-error.js';
import { parseFilter, parseFlatten, parseIndex } from './parse-brackets.js';
import { parseExpression, parseProjected, type Parser, power, type PrefixRule } from './parser.js';
import type { Token } from './token.js';

/** Rules for the tokens that can begin an expression. */
export const prefix: Readonly<Partial<Record<Token['kind'], PrefixRule>>> = {
  name: (parser, token) => {
    if (token.kind !== 'name') throw new TypeError('no name');
    if (parser.tokens.peek().kind === '(') return parseCall(parser, token);
    return { kind: 'field', name: token.name, offset: token.offset, length: token.length };
  },
  literal: (_, token) => {
    if (token.kind !== 'literal') throw new TypeError('no literal');
    return { kind: 'literal', value: token.value, offset: token.offset, length: token.length };
  },
  '@': (_, { offset, length }) => ({ kind: 'current', offset, length }),
  '!': (parser, token) => {
    const operand = parseExpression(parser, power.not);
    if (parser.tokens.peek().kind === '.') {
      throw new ExpressionError(
        '`!` applies before `.`, so this is always null; write `!(a.b)`',
        parser.tokens.since(token),
      );
    }
    return { kind: 'not', operand, ...parser.tokens.since(token) };
  },
  '*': (parser, token) => {
    const right = parseProjected(parser, power.star);
    return { kind: 'values', left: implied(token), right, ...parser.tokens.since(token) };
  },
  '[?': (parser, token) => parseFilter(parser, implied(token)),
  '[]': (parser, token) => parseFlatten(parser, implied(token)),
  '[': (parser, token) => parseIndex(parser, implied(token)) ?? parseList(parser, token),
  '{': parseHash,
  '(': (parser) => {
    const node = parseExpression(parser, 0);
    parser.tokens.expect(')');
    return node;
  },
  '&': (_, token) => {
    throw new ExpressionError('`&` can be used only before an argument of a function', token);
  },
};

/** The current node, where it is not written. */
function implied(token: Token): Node {
  return { kind: 'current', offset: token.offset, length: 0 };
}

/** After `[`: the items of a multi-select list. */
export function parseList(parser: Parser, start: Token): Node {
  const items: Node[] = [];
  do items.push(parseExpression(parser, 0));
  while (parser.tokens.skip(','));
  parser.tokens.expect(']');
  return { kind: 'list', items, ...parser.tokens.since(start) };
}

function parseHash(parser: Parser, start: Token): Node {
  const entries: HashEntry[] = [];
  do {
    const name = parser.tokens.peek();
    if (name.kind !== 'name') throw parser.tokens.unexpected('expected a key');
    parser.tokens.next();
    parser.tokens.expect(':');
    const value = parseExpression(parser, 0);
    entries.push({ key: name.name, value, ...parser.tokens.since(name) });
  } while (parser.tokens.skip(','));
  parser.tokens.expect('}');
  return { kind: 'hash', entries, ...parser.tokens.since(start) };
}

function parseCall(parser: Parser, token: Token & { readonly kind: 'name' }): Node {
  if (token.quoted) throw new ExpressionError('write the name of a function without quotes', token);
  parser.tokens.expect('(');
  const args: (Node | ExpressionReference)[] = [];
  if (!parser.tokens.skip(')')) {
    do args.push(parseArgument(parser));
    while (parser.tokens.skip(','));
    parser.tokens.expect(')');
  }
  checkCall(token, args, parser.tokens.since(token));
  return { kind: 'call', name: token.name, args, ...parser.tokens.since(token) };
}

function parseArgument(parser: Parser): Node | ExpressionReference {
  const start = parser.tokens.peek();
  if (!parser.tokens.skip('&')) return parseExpression(parser, 0);
  const body = parseExpression(parser, 0);
  return { kind: 'reference', body, ...parser.tokens.since(start) };
}
