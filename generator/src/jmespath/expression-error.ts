import type { Span } from './ast.js';

/** Something wrong with an expression, and where. Thrown while one is compiled; `compileExpression` returns it as data. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
  readonly offset: number;
  readonly length: number;

  constructor(message: string, at: Span) {
    super(message);
    this.offset = at.offset;
    this.length = at.length;
  }
}
