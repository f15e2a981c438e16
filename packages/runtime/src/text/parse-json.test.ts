import {
  array,
  assert,
  bigInt,
  constant,
  constantFrom,
  dictionary,
  integer,
  letrec,
  oneof,
  property,
  string,
} from 'fast-check';
import { expect, test } from 'vitest';
import { encodeJson } from './encode-json.js';
import { parseJson } from './parse-json.js';

test.each([
  ['9007199254740993', 9007199254740993n],
  ['-9007199254740993', -9007199254740993n],
  ['9007199254740991', 9007199254740991],
  ['-0', -0],
  ['9007199254740993.0', 9007199254740992],
  ['1234567890123456789e2', 123456789012345680000],
  ['0.1234567890123456789', 0.12345678901234568],
  ['12345678901234567890.5', 12345678901234567000],
  ['1e-1234567890123456789', 0],
  ['{"a":18446744073709551615}', { a: 18446744073709551615n }],
  ['[1,"18446744073709551615",18446744073709551615]', [1, '18446744073709551615', 18446744073709551615n]],
  [
    '["\\"18446744073709551615","\\\\",18446744073709551615]',
    ['"18446744073709551615', '\\', 18446744073709551615n],
  ],
  ['{"18446744073709551615":1}', { '18446744073709551615': 1 }],
  ['{"a":1,"a":18446744073709551615}', { a: 18446744073709551615n }],
])('%s', (text, value) => {
  expect(parseJson(text)).toEqual(value);
});

test('a member __proto__ stays data', () => {
  const value = parseJson('{"__proto__":{"x":18446744073709551615}}') as object;
  expect(Object.keys(value)).toEqual(['__proto__']);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});

test('an integer of more than 1,000 digits stays the text of its digits', () => {
  const [long, longer] = [1000, 1001].map((length) => '7'.repeat(length));
  expect(parseJson(`[${long},-${longer},${longer}.5,"${longer}"]`)).toEqual([
    BigInt(long!),
    `-${longer}`,
    Infinity,
    longer,
  ]);
});

test('text that is not JSON is refused, long digits or not', () => {
  for (const text of [
    '18446744073709551615x',
    '{18446744073709551615:1}',
    '"18446744073709551615',
    '018446744073709551615',
  ])
    expect(() => parseJson(text)).toThrow(SyntaxError);
});

test('what encodeJson writes reads back as it was', () => {
  const outsideNumbers = bigInt({ min: -(2n ** 80n), max: 2n ** 80n }).filter(
    (value) => !Number.isSafeInteger(Number(value)),
  );
  const { value } = letrec((tie) => ({
    value: oneof(
      outsideNumbers,
      string({ unit: constantFrom('"', '\\', '9007199254740993', 'a', ' ') }),
      integer(),
      constant(null),
      array(tie('value'), { maxLength: 4 }),
      dictionary(string({ unit: constantFrom('"', '\\', '7'), maxLength: 20 }), tie('value'), {
        maxKeys: 4,
      }),
    ),
  }));
  assert(
    property(value, (data) => {
      expect(encodeJson(parseJson(encodeJson(data)))).toBe(encodeJson(data));
    }),
    { numRuns: 2000 },
  );
});
