import * as select from '@kosmokrator/runtime/select';
import type { CompiledExpression } from '../model/model.js';

type Evaluator = (scope: unknown) => unknown;

/** A copy: reading from the module's namespace takes many times longer. */
const library: Readonly<Record<string, unknown>> = { ...select };

const evaluators = new WeakMap<CompiledExpression, Evaluator>();

/** Runs a compiled expression as a generated package would: the same code, over the same helpers. */
export function evaluateExpression(expression: CompiledExpression, scope: unknown): unknown {
  let evaluator = evaluators.get(expression);
  if (!evaluator) {
    evaluator = load(expression);
    evaluators.set(expression, evaluator);
  }
  return evaluator(scope) ?? null;
}

function load({ code, helpers }: CompiledExpression): Evaluator {
  // The code is the compiler's own, never the author's text.
  // oxlint-disable-next-line no-new-func
  const make = new Function(...helpers, `'use strict'; return (s) => ${code};`) as (
    ...helpers: unknown[]
  ) => Evaluator;
  return make(...helpers.map((name) => library[name]));
}
