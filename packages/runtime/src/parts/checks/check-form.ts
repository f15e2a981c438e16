import { isKosmoError, refuse } from '../../error.js';
import type { Check } from '../../operation.js';
import { encodeJson } from '../../text/encode-json.js';

/** Throws at the first rule that the value breaks; gives the value that goes on. */
export function checkAll(checks: readonly Check[], value: unknown, path: string): unknown {
  return checks.reduce((checked, check) => check(checked, path) ?? checked, value);
}

/** `anyOf`: the value holds to the rules of at least one form. */
export function checkAnyOf(...forms: readonly (readonly Check[])[]): Check {
  return (value, path) => heldForms(forms, value, path)[0];
}

/** `oneOf`: the value holds to the rules of exactly one form. */
export function checkOneOf(...forms: readonly (readonly Check[])[]): Check {
  return (value, path) => {
    const held = heldForms(forms, value, path);
    if (held.length > 1) refuse(path, 'must match exactly one of its forms');
    return held[0];
  };
}

/** What the value comes to in each form that it holds to: in those that take it as it is, when there is one. */
function heldForms(forms: readonly (readonly Check[])[], value: unknown, path: string): readonly unknown[] {
  const rules = new Set<string>();
  const held: unknown[] = [];
  for (const checks of forms) {
    try {
      held.push(checkAll(checks, value, path));
    } catch (error) {
      if (!isKosmoError(error)) throw error;
      const { message } = error;
      rules.add(message.startsWith(`${path} `) ? message.slice(path.length + 1) : message);
    }
  }
  if (held.length === 0) refuse(path, [...rules].join(', or '));
  if (held.length === 1) return held;
  // Digits that a form takes for a long integer are text in one that takes text.
  const given = encodeJson(value);
  const same = held.filter((one) => encodeJson(one) === given);
  return same.length > 0 ? same : held;
}
