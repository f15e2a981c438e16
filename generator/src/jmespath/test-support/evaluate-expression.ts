import { evaluate } from '../../javascript/evaluate.js';
import type { CompiledExpression } from '../../model/model.js';
import { scopeFunction } from '../scope-function.js';

/** What a compiled expression gives in a call: the runtime, too, takes undefined for null. */
export function evaluateExpression(expression: CompiledExpression, scope: unknown): unknown {
  return (evaluate(scopeFunction(expression)) as (scope: unknown) => unknown)(scope) ?? null;
}
