import type { Check } from '../operation.js';

/** Throws at the first rule that the value breaks. */
export function checkAll(checks: readonly Check[], value: unknown, path: string): void {
  for (const check of checks) check(value, path);
}
