import type { Expression } from '../operation.js';

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
