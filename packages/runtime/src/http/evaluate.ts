import type { Call } from '../call.js';
import type { Expression, Scope } from '../operation.js';
import { failUnread } from './reply-error.js';

/** Runs an expression of the spec; one that fails on what the service sent is `bad_response`. */
export function evaluate(call: Call, expression: Expression, scope: Scope): unknown {
  try {
    return expression(scope) ?? null;
  } catch (error) {
    failUnread(call, `unexpected reply: ${(error as Error).message}`);
  }
}
