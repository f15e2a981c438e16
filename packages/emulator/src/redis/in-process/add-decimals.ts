import { notInProcess } from './redis-error.js';

/** So many digits hold in the numbers that Redis counts with here, and it prints as many after the point. */
const exactDigits = 17;

/**
 * The exact sum of two decimal numbers, as 0.1 and 0.2 give 0.3. Redis adds with more bits than JavaScript has; what
 * would need them is refused.
 */
export function addDecimals(a: string, b: string, name: string): string {
  const [left, right] = [readDecimal(a, name), readDecimal(b, name)];
  const scale = Math.max(left.scale, right.scale);
  const sum =
    left.digits * 10n ** BigInt(scale - left.scale) + right.digits * 10n ** BigInt(scale - right.scale);
  const digits = String(sum < 0n ? -sum : sum).padStart(scale + 1, '0');
  if (digits.length > exactDigits) throw notInProcess(`${name} with more than ${exactDigits} digits`);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  const whole = digits.slice(0, digits.length - scale);
  return `${sum < 0n ? '-' : ''}${whole}${scale > 0 && fraction !== '' ? `.${fraction}` : ''}`;
}

function readDecimal(text: string, name: string): { digits: bigint; scale: number } {
  const [, sign, whole = '', fraction = ''] = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text) ?? [];
  if (sign === undefined || text.length > 40) throw notInProcess(`${name} with exponents or infinities`);
  const digits = BigInt(`0${whole}${fraction}`);
  return { digits: sign === '-' ? -digits : digits, scale: fraction.length };
}
