import { isKosmoError, refuse } from '../error.js';
import type { Check } from '../operation.js';
import { checkAll } from './check-all.js';

/** `anyOf`: the value holds to the rules of at least one form. */
export function checkAnyOf(...forms: readonly (readonly Check[])[]): Check {
  return (value, path) => {
    const rules = forms.map((checks) => brokenRule(checks, value, path));
    if (rules.every((rule) => rule !== undefined)) refuse(path, [...new Set(rules)].join(', or '));
  };
}

/** `oneOf`: the value holds to the rules of exactly one form. */
export function checkOneOf(...forms: readonly (readonly Check[])[]): Check {
  return (value, path) => {
    checkAnyOf(...forms)(value, path);
    const holding = forms.filter((checks) => brokenRule(checks, value, path) === undefined);
    if (holding.length > 1) refuse(path, 'must match exactly one of its forms');
  };
}

function brokenRule(checks: readonly Check[], value: unknown, path: string): string | undefined {
  try {
    checkAll(checks, value, path);
    return undefined;
  } catch (error) {
    if (!isKosmoError(error)) throw error;
    return error.message.startsWith(`${path} `) ? error.message.slice(path.length + 1) : error.message;
  }
}
