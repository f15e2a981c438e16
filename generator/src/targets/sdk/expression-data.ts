import type { Emitted } from '../../emit/emitted.js';
import { scopeFunction } from '../../emit/syntax/typescript-expression.js';
import { literal, type Literal } from '../../emit/syntax/typescript.js';
import type { CompiledExpression, ErrorRulesModel, HintModel } from '../../model/model.js';
import type { Parts } from './code-data.js';

/** An optional expression, as generated data holds it. */
export function expressionData(expression: CompiledExpression | undefined): Emitted | undefined {
  return expression && scopeFunction(expression);
}

/** What cannot fail, whatever it meets. */
const harmless = new Set(['get', 'or', 'and']);

/** The runtime's `ErrorRules`; `partial` leaves out the lists that are empty. */
export function errorRulesData(rules: ErrorRulesModel | undefined, partial: boolean, parts: Parts): Literal {
  const list = (items: readonly Literal[]) => (partial && items.length === 0 ? undefined : items);
  return {
    when: list(rules?.when ? [scopeFunction(rules.when)] : []),
    message: list(rules?.message ? [messageData(rules.message, parts)] : []),
    hints: list((rules?.hints ?? []).map((rule) => hintData(rule, parts))),
  };
}

function messageData(message: CompiledExpression, parts: Parts): Emitted {
  const code = scopeFunction(message);
  if (message.helpers.every((helper) => harmless.has(helper))) return code;
  return parts.write((call) => call('quiet', code.text));
}

function hintData({ match, when, hint }: HintModel, parts: Parts): Emitted {
  const advice = literal(hint).text;
  return parts.write((call) =>
    when
      ? call('hintWhen', scopeFunction(when).text, advice)
      : call('hintMatch', literal(match!).text, advice),
  );
}

/** The expressions of error rules, for their imports. */
export function errorExpressions(rules: ErrorRulesModel | undefined): (CompiledExpression | undefined)[] {
  return [rules?.when, rules?.message, ...(rules?.hints ?? []).map(({ when }) => when)];
}

/** What expressions use of `@kosmokrator/runtime/select`. */
export function helpersOf(expressions: readonly (CompiledExpression | undefined)[]): string[] {
  return expressions.flatMap((expression) => expression?.helpers ?? []);
}
