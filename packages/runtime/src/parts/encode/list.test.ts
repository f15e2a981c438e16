import { expect, test } from 'vitest';
import { encodeJson } from '../index.js';
import { demand, list, optional, record } from './list.js';
import { text } from './text.js';

test('inside text a value is text', () => {
  expect(text('ttl=', 5, ';', { a: 1 })).toBe('ttl=5;{"a":1}');
  expect(text('a', undefined)).toBeUndefined();
  expect(text('a', null)).toBeUndefined();
});

test('an optional part is spliced in, or left out whole', () => {
  expect(list('SET', 'x', ...optional('EX', 5))).toEqual(['SET', 'x', 'EX', 5]);
  expect(list('SET', 'x', ...optional('EX', undefined))).toEqual(['SET', 'x']);
  expect(list('A', ...optional(list('B', undefined)), 'C')).toEqual(['A', 'C']);
});

test('a list with an absent value is absent: nothing shifts; null is a value', () => {
  expect(list('SET', undefined, 'x')).toBeUndefined();
  expect(list('SET', null)).toEqual(['SET', null]);
});

test('an absent member is left out, null is kept', () => {
  expect(record({ a: undefined, b: null, c: record({ d: undefined }), e: list('x', undefined) })).toEqual({
    b: null,
    c: {},
  });
});

test('what cannot be done without is asked for by its name', () => {
  expect(demand(list('a'), 'key')).toEqual(['a']);
  expect(() => demand(list(undefined), 'key')).toThrow('key is required');
});

test('JSON text keeps every digit of an integer', () => {
  const big = 2n ** 63n;
  expect(encodeJson([big, { n: big }])).toBe('[9223372036854775808,{"n":9223372036854775808}]');
  expect(encodeJson({ 'a"': ['\ud800', null, true, 1.5] })).toBe('{"a\\"":["\\ud800",null,true,1.5]}');
});
