import type { Check } from '../../operation.js';

/** Throws at the first rule that the value breaks; gives the value that goes on. */
export function checkAll(checks: readonly Check[], value: unknown, path: string): unknown {
  return checks.reduce((checked, check) => check(checked, path) ?? checked, value);
}
