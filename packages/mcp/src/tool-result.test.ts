import { KosmoError } from '@kosmokrator/runtime';
import { expect, test } from 'vitest';
import { toolError, toolResult } from './tool-result.js';

const call = { integration: 'acme', function: 'acme_get', account: 'default' };

test.each([
  ['an object', { a: null }, { a: null }],
  ['a list', [1, 2], { items: [1, 2] }],
  ['text', 'x', { value: 'x' }],
  ['null', null, { value: null }],
  ['big integers', { id: [2n ** 60n] }, { id: ['1152921504606846976'] }],
])('%s is structured and repeated as JSON text', (_what, value, expected) => {
  const text = JSON.stringify(expected);
  expect(toolResult(value, call)).toEqual({ content: [{ type: 'text', text }], structuredContent: expected });
});

test('an error keeps its fields', () => {
  const error = new KosmoError({ code: 'not_found', message: 'gone', status: 404 });
  expect(toolError(error)).toMatchObject({
    isError: true,
    structuredContent: { code: 'not_found', message: 'gone', status: 404, retryable: false },
  });
});

const mebibyte = 1024 * 1024;

test.each([
  ['4 MiB', 'x'.repeat(4 * mebibyte - 12)],
  ['3 MiB of quotes', '"'.repeat(1.5 * mebibyte)],
])('%s are carried', (_what, value) => {
  expect(toolResult(value, call).structuredContent).toEqual({ value });
});

test.each([
  ['one byte more than 4 MiB', 'x'.repeat(4 * mebibyte - 11), '4.0 MiB'],
  ['two-byte characters', 'é'.repeat(2.1 * mebibyte), '4.2 MiB'],
  ['what makes a line of over 10 MiB', '"'.repeat(1.9 * mebibyte), '3.8 MiB'],
])('%s: limit_exceeded', (_what, value, size) => {
  expect(() => toolResult(value, call)).toThrow(
    expect.objectContaining({
      ...call,
      code: 'limit_exceeded',
      outcome: 'done',
      retryable: false,
      message: expect.stringContaining(
        `the result is ${size}, and a tool can return at most 4 MiB`,
      ) as string,
    }),
  );
});
