import type { CompiledExpression } from '../model/model.js';
import type { Node } from './ast.js';
import { ExpressionError } from './expression-error.js';
import { parse } from './parse/parse.js';
import { printCode } from './print-code.js';

/** A compiled expression and its tree; or what is wrong with it, and where, in UTF-16 units. */
export type Compilation =
  | { readonly ok: true; readonly expression: CompiledExpression; readonly ast: Node }
  | { readonly ok: false; readonly message: string; readonly offset: number; readonly length: number };

/** Compiles a JMESPath expression to JavaScript. */
export function compileExpression(source: string): Compilation {
  try {
    const ast = parse(source);
    return { ok: true, expression: { source, ...printCode(ast) }, ast };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { ok: false, message: error.message, offset: error.offset, length: error.length };
  }
}
