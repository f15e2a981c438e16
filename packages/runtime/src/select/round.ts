import { expectNumber } from './expect.js';

/** `abs`: without the sign. */
export function abs(value: unknown): number | bigint {
  const number = expectNumber(value, 'abs', 1);
  return number < 0 ? -number : typeof number === 'number' ? Math.abs(number) : number;
}

/** `ceil`: the next whole number above. */
export function ceil(value: unknown): number | bigint {
  const number = expectNumber(value, 'ceil', 1);
  return typeof number === 'number' ? Math.ceil(number) : number;
}

/** `floor`: the next whole number below. */
export function floor(value: unknown): number | bigint {
  const number = expectNumber(value, 'floor', 1);
  return typeof number === 'number' ? Math.floor(number) : number;
}
