import type { Expression, Hint } from '../operation.js';
import { truthy } from '../select/logic.js';
import { quiet } from './quiet.js';

/** `match`: advice where the message holds a text. */
export function hintMatch(text: string, hint: string): Hint {
  return (message) => message.includes(text) && hint;
}

/** `when`: advice where an expression is true. One that the reply does not suit is not. */
export function hintWhen(when: Expression, hint: string): Hint {
  const holds = quiet(when);
  return (_, scope) => truthy(holds(scope)) && hint;
}
