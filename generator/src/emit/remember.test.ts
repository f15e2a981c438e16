import { expect, test } from 'vitest';
import { Emitted } from './emitted.js';
import { remember } from './remember.js';

test('emits a text once, and forgets when it holds two thousand', () => {
  const made: string[] = [];
  const emit = remember((text) => {
    made.push(text);
    return new Emitted(text.toUpperCase());
  });
  expect(emit('a')).toBe(emit('a'));
  expect(emit('__proto__').text).toBe('__PROTO__');
  expect(made).toEqual(['a', '__proto__']);
  for (let index = 0; index < 2_000; index++) emit(String(index));
  expect(emit('a').text).toBe('A');
  expect(made.filter((text) => text === 'a')).toHaveLength(2);
});
