import { refuse } from '../../error.js';
import type { Check } from '../../operation.js';

type Numeric = number | bigint;

function bound(holds: (value: Numeric, limit: number) => boolean, words: string): (limit: number) => Check {
  return (limit) => (value, path) => {
    const numeric = typeof value === 'number' || typeof value === 'bigint';
    if (numeric && !holds(value, limit)) refuse(path, `must be ${words} ${limit}`);
  };
}

export const checkMinimum = /* @__PURE__ */ bound((value, limit) => value >= limit, 'at least');
export const checkMaximum = /* @__PURE__ */ bound((value, limit) => value <= limit, 'at most');
export const checkExclusiveMinimum = /* @__PURE__ */ bound((value, limit) => value > limit, 'greater than');
export const checkExclusiveMaximum = /* @__PURE__ */ bound((value, limit) => value < limit, 'less than');
export const checkMultipleOf = /* @__PURE__ */ bound(isMultiple, 'a multiple of');

function isMultiple(value: Numeric, step: number): boolean {
  if (typeof value === 'bigint') return Number.isInteger(step) ? value % BigInt(step) === 0n : true;
  const quotient = value / step;
  // 0.3 / 0.1 is 2.9999999999999996.
  return Math.abs(quotient - Math.round(quotient)) < 1e-9 * Math.max(1, Math.abs(quotient));
}
