import { expectNumber, expectNumbers } from './expect.js';

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

/** `sum`: the numbers of a list added up, 0 when it is empty. */
export function sum(value: unknown): number | bigint {
  return add(expectNumbers(value, 'sum', 1));
}

/** `avg`: the mean of the numbers of a list, null when it is empty. */
export function avg(value: unknown): number | null {
  const numbers = expectNumbers(value, 'avg', 1);
  return numbers.length === 0 ? null : Number(add(numbers)) / numbers.length;
}

function add(numbers: readonly (number | bigint)[]): number | bigint {
  const exact = numbers.some((item) => typeof item === 'bigint') && numbers.every((item) => isWhole(item));
  if (!exact) return numbers.reduce<number>((total, item) => total + Number(item), 0);
  const total = numbers.reduce<bigint>((so, item) => so + BigInt(item), 0n);
  return Number.isSafeInteger(Number(total)) ? Number(total) : total;
}

function isWhole(value: number | bigint): boolean {
  return typeof value === 'bigint' || Number.isSafeInteger(value);
}
