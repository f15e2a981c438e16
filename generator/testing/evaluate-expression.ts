import { evaluate } from '../src/javascript/evaluate.js';
import type { CompiledExpression } from '../src/model/model.js';
import { scopeFunction } from '../src/jmespath/scope-function.js';

/** What a compiled expression gives in a call: the runtime, too, takes undefined for null. */
export function evaluateExpression(expression: CompiledExpression, scope: unknown): unknown {
  return (evaluate(scopeFunction(expression)) as (scope: unknown) => unknown)(scope) ?? null;
}
