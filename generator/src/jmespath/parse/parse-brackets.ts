import type { Node, Span } from '../ast.js';
import { ExpressionError } from '../expression-error.js';
import { parseExpression, parseProjected, type Parser, power } from './parser.js';

/** After `[`: `0]`, `1:5]` or `*]`, applied to `left`; undefined when something else stands there. */
export function parseIndex(parser: Parser, left: Node): Node | undefined {
  const { tokens } = parser;
  const { kind } = tokens.peek();
  if (kind === '*' && tokens.peek(1).kind === ']') {
    tokens.next();
    tokens.next();
    const right = parseProjected(parser, power.star);
    return { kind: 'project', left, right, ...tokens.since(left) };
  }
  if (kind === ':' || (kind === 'number' && tokens.peek(1).kind === ':')) return parseSlice(parser, left);
  if (kind !== 'number') return undefined;
  const index = parseNumber(parser)!;
  tokens.expect(']');
  return { kind: 'index', left, index, ...tokens.since(left) };
}

/** After `[?`: a condition and `]`. */
export function parseFilter(parser: Parser, left: Node): Node {
  const condition = parseExpression(parser, 0);
  parser.tokens.expect(']');
  const right = parseProjected(parser, power.filter);
  return { kind: 'filter', left, condition, right, ...parser.tokens.since(left) };
}

/** After `[]`. */
export function parseFlatten(parser: Parser, left: Node): Node {
  const right = parseProjected(parser, power.flatten);
  return { kind: 'flatten', left, right, ...parser.tokens.since(left) };
}

function parseSlice(parser: Parser, left: Node): Node {
  const { tokens } = parser;
  const start = parseNumber(parser);
  tokens.expect(':');
  const stop = parseNumber(parser);
  const at: Span = tokens.peek(1);
  const step = tokens.skip(':') ? (parseNumber(parser) ?? 1) : 1;
  if (step === 0) throw new ExpressionError('the step of a slice must not be 0', at);
  tokens.expect(']');
  const right = parseProjected(parser, power.star);
  return { kind: 'slice', left, bounds: [start, stop, step], right, ...tokens.since(left) };
}

function parseNumber(parser: Parser): number | null {
  const token = parser.tokens.peek();
  if (token.kind !== 'number') return null;
  parser.tokens.next();
  return token.value;
}
