import type { ErrorRules, Expression, Hint } from '../operation.js';
import { truthy } from '../select/logic.js';

/** An expression that says nothing where the reply does not suit it. */
export function quiet(expression: Expression): Expression {
  return (scope) => {
    try {
      return expression(scope);
    } catch {
      return null;
    }
  };
}

/** `match`: advice where the message holds a text. */
export function hintMatch(text: string, hint: string): Hint {
  return (message) => message.includes(text) && hint;
}

/** `when`: advice where an expression is true. One that the reply does not suit is not. */
export function hintWhen(when: Expression, hint: string): Hint {
  const holds = quiet(when);
  return (_, scope) => truthy(holds(scope)) && hint;
}

/** Rules of a function before those of its integration. */
export function joinErrors(own: Partial<ErrorRules>, shared: Partial<ErrorRules> = {}): ErrorRules {
  const { when = [], message = [], hints = [] } = own;
  return {
    when: [...when, ...(shared.when ?? [])],
    message: [...message, ...(shared.message ?? [])],
    hints: [...hints, ...(shared.hints ?? [])],
  };
}
