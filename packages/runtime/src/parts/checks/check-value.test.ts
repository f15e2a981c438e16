import { describe, expect, test } from 'vitest';
import type { Check } from '../../index.js';
import { canonicalText, checkConst, checkEnum, checkUniqueItems } from '../index.js';

/** What a check says of a value. */
function fault(check: Check, value: unknown): string | undefined {
  try {
    check(value, 'x');
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

const nested = { a: 1, b: { c: [2, 3], d: null } };
const turned = { b: { d: null, c: [2, 3] }, a: 1 };

describe('objects are equal whatever the order of their members', () => {
  test('enum and const', () => {
    for (const check of [checkEnum('other', nested), checkConst(nested)]) {
      expect(fault(check, turned)).toBeUndefined();
      expect(fault(check, { ...turned, a: 2 })).toContain('must be');
      expect(fault(check, { ...turned, e: 1 })).toContain('must be');
      expect(fault(check, { ...turned, b: { d: null, c: [3, 2] } })).toContain('must be');
    }
  });

  test('uniqueItems', () => {
    expect(fault(checkUniqueItems, [nested, turned])).toBe('x must not repeat an item');
    expect(
      fault(checkUniqueItems, [{ a: 1, b: 2 }, { a: 2, b: 1 }, ['a'], 'a', 1, '1', null]),
    ).toBeUndefined();
  });
});

test('the members are told as the spec has them', () => {
  expect(fault(checkEnum({ b: 1, a: 2 }, 'c'), 'd')).toBe('x must be one of {"b":1,"a":2}, "c"');
});

test('numbers are equal by their value', () => {
  for (const [one, same] of [
    [2 ** 60, 2n ** 60n],
    [0, -0],
    [1e21, 10n ** 21n],
  ])
    expect(canonicalText([one])).toBe(canonicalText([same]));
  expect(canonicalText(0.1)).toBe('0.1');
  expect(canonicalText('1')).not.toBe(canonicalText(1));
});
