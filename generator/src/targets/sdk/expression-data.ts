import type { Emitted } from '../../emit/emitted.js';
import { scopeFunction } from '../../emit/syntax/typescript-expression.js';
import type { Literal } from '../../emit/syntax/typescript.js';
import type { CompiledExpression, ErrorRulesModel } from '../../model/model.js';

/** An optional expression, as generated data holds it. */
export function expressionData(expression: CompiledExpression | undefined): Emitted | undefined {
  return expression && scopeFunction(expression);
}

/** The runtime's `ErrorRules`; `partial` leaves out the lists that are empty. */
export function errorRulesData(rules: ErrorRulesModel | undefined, partial: boolean): Literal {
  const list = (items: readonly Literal[]) => (partial && items.length === 0 ? undefined : items);
  return {
    when: list(rules?.when ? [scopeFunction(rules.when)] : []),
    message: list(rules?.message ? [scopeFunction(rules.message)] : []),
    hints: list((rules?.hints ?? []).map(({ when, hint }) => ({ when: scopeFunction(when), hint }))),
  };
}

/** The expressions of error rules, for their imports. */
export function errorExpressions(rules: ErrorRulesModel | undefined): (CompiledExpression | undefined)[] {
  return [rules?.when, rules?.message, ...(rules?.hints ?? []).map(({ when }) => when)];
}

/** What expressions use of `@kosmokrator/runtime/select`. */
export function helpersOf(expressions: readonly (CompiledExpression | undefined)[]): string[] {
  return expressions.flatMap((expression) => expression?.helpers ?? []);
}
