import { childNodes, type Node, type ExpressionReference } from '../ast.js';
import { ExpressionError } from '../expression-error.js';
import { infix } from './parse-infix.js';
import { parseList, prefix } from './parse-prefix.js';
import { parseExpression } from './parser.js';
import { TokenStream } from './token-stream.js';
import { tokenize } from './tokenize.js';

const maxLength = 20_000;
const maxDepth = 256;

/** Parses an expression. Throws an `ExpressionError` at the first thing wrong. */
export function parse(source: string): Node {
  if (source.length > maxLength) {
    throw new ExpressionError(`the expression is longer than ${maxLength} characters`, {
      offset: maxLength,
      length: 0,
    });
  }
  const tokens = new TokenStream(tokenize(source));
  const node = parseExpression({ tokens, prefix, infix, list: parseList, nesting: 0 }, 0);
  if (tokens.peek().kind !== 'end') throw tokens.unexpected('expected an operator or the end');
  refuseDepth(node);
  return node;
}

// Chains such as `a.b.c` nest to the left without the parser's recursion; what walks the tree later must still bear them.
function refuseDepth(root: Node): void {
  const open: { node: Node | ExpressionReference; depth: number }[] = [{ node: root, depth: 1 }];
  for (let entry = open.pop(); entry; entry = open.pop()) {
    const { node, depth } = entry;
    if (depth > maxDepth)
      throw new ExpressionError(`the expression is nested more than ${maxDepth} levels deep`, node);
    for (const child of childNodes(node)) open.push({ node: child, depth: depth + 1 });
  }
}
