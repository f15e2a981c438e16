import type { Comparator, Node } from '../ast.js';
import { parseFilter, parseFlatten, parseIndex } from './parse-brackets.js';
import {
  type InfixRule,
  parseExpression,
  parseMember,
  parseProjected,
  type Parser,
  power,
} from './parser.js';
import type { Token } from './token.js';

/** Rules for the tokens that can go on after an expression. */
export const infix: Readonly<Partial<Record<Token['kind'], InfixRule>>> = {
  '.': (parser, left) => {
    if (parser.tokens.skip('*')) {
      const right = parseProjected(parser, power.star);
      return { kind: 'values', left, right, ...parser.tokens.since(left) };
    }
    const right = parseMember(parser);
    return { kind: 'sub', left, right, ...parser.tokens.since(left) };
  },
  '|': binary('pipe'),
  '||': binary('or'),
  '&&': binary('and'),
  '==': comparison('=='),
  '!=': comparison('!='),
  '<': comparison('<'),
  '<=': comparison('<='),
  '>': comparison('>'),
  '>=': comparison('>='),
  '[?': parseFilter,
  '[]': parseFlatten,
  '[': (parser, left) => {
    const node = parseIndex(parser, left);
    if (!node) throw parser.tokens.unexpected('expected a number, `:` or `*` after `[`');
    return node;
  },
};

function binary(kind: 'pipe' | 'or' | 'and'): InfixRule {
  return (parser: Parser, left: Node) => {
    const right = parseExpression(parser, power[kind]);
    return { kind, left, right, ...parser.tokens.since(left) };
  };
}

function comparison(operator: Comparator): InfixRule {
  return (parser, left) => {
    const right = parseExpression(parser, power.comparison);
    return { kind: 'comparison', operator, left, right, ...parser.tokens.since(left) };
  };
}
