import { expect, test } from 'vitest';
import { checkPattern } from '../checks/check-text.js';
import { extract, plainText } from '../run/read-text.js';

// V8 runs out of space for where to go back to, and throws a RangeError.
const long = `${'a'.repeat(20_000_000)}c`;

test('an argument that is too long to be checked against its pattern is an invalid one', () => {
  expect(() => checkPattern('^(?:a|b)*$')(long, 'key')).toThrow(
    expect.objectContaining({
      code: 'invalid_argument',
      message: 'key is too long to be checked against its pattern',
      param: 'key',
    }),
  );
});

test('a reply that is too long for an expression is a bad one', () => {
  expect(() => extract(plainText, { name: '^((?:a|b)*)$' }).read(long)).toThrow(
    expect.objectContaining({
      code: 'bad_response',
      message: 'the reply is too long to search for name',
      outcome: 'done',
    }),
  );
});
