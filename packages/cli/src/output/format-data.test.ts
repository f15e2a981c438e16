import { expect, test } from 'vitest';
import { formatIds } from './format-data.js';

test.each([
  [[{ id: 'a' }, { id: 'b' }], 'a\nb\n'],
  [[{ id: ' a ' }], ' a \n'],
  [[{ id: 'one \n\n two\n' }], 'one two\n'],
])('%j is an id a line', (data, text) => expect(formatIds(data)).toBe(text));

test('a long id of spaces takes no time', () => {
  expect(formatIds([{ id: `${' '.repeat(1_000_000)}a\nb` }])).toBe('a b\n');
});
