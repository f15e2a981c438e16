import { expect, test } from 'vitest';
import { acceptedSchema } from './accepted-schema.js';

const values = { one: 'a', TWO: 'b' };

test('a param without other spellings is accepted as it is', () => {
  const schema = { type: 'string', pattern: '^a' };
  expect(acceptedSchema({ schema })).toBe(schema);
});

test.each([
  ['an open set', { type: 'string' }, { type: 'string' }],
  ['a closed set', { type: 'string', enum: ['a', 'b'] }, { type: 'string', enum: ['a', 'b', 'one', 'TWO'] }],
  ['one value', { const: 'a' }, { enum: ['a', 'one', 'TWO'] }],
  ['rules that no spelling breaks', { type: 'string', maxLength: 3 }, { type: 'string', maxLength: 3 }],
  ['rules that a spelling breaks', { type: 'string', pattern: '^[a-z]+$', maxLength: 2 }, { type: 'string' }],
  [
    'a list',
    { type: 'array', items: { type: 'string', enum: ['a', 'b'] }, maxItems: 1 },
    { type: 'array', items: { type: 'string', enum: ['a', 'b', 'one', 'TWO'] }, maxItems: 1 },
  ],
])('%s', (_, schema, accepted) => {
  expect(acceptedSchema({ schema, values })).toEqual(accepted);
});
