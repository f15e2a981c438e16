import { expect, test } from 'vitest';
import { typedValue } from './typed-value.js';

test.each([
  ['007', { type: 'string' }, '007'],
  ['true', { type: ['string', 'null'] }, 'true'],
  ['null', { type: ['string', 'null'] }, 'null'],
  ['null', { type: ['integer', 'null'] }, null],
  ['42', { type: ['string', 'number'] }, '42'],
  ['42', {}, '42'],
  ['42', { type: 'integer' }, 42],
  ['007', { type: 'integer' }, '007'],
  ['-1.5e3', { type: 'number' }, -1500],
  ['9007199254740993', { type: 'integer' }, 9007199254740993n],
  ['ten', { type: 'integer' }, 'ten'],
  ['', { type: 'integer' }, ''],
  ['false', { type: 'boolean' }, false],
  ['no', { type: 'boolean' }, 'no'],
  ['2', { enum: [1, 2] }, 2],
  ['2', { anyOf: [{ type: 'integer' }, { type: 'null' }] }, 2],
  ['2', { anyOf: [{ type: 'integer' }, {}] }, '2'],
  ['{"a":[1]}', { type: 'object' }, { a: [1] }],
])('%j by %j is %s', (text, schema, value) => {
  expect(typedValue(text, schema, '--x')).toEqual(value);
});

test('an object that is not JSON is refused, and not repeated', () => {
  expect(() => typedValue('{secret', { type: 'object' }, '--filter')).toThrow(/^--filter takes JSON/);
  expect(() => typedValue('{secret', { type: 'object' }, '--filter')).not.toThrow(/secret/);
});
