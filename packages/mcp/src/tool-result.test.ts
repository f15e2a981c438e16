import { KosmoError } from '@kosmokrator/runtime';
import { expect, test } from 'vitest';
import { toolError, toolResult } from './tool-result.js';

test.each([
  ['an object', { a: null }, { a: null }],
  ['a list', [1, 2], { items: [1, 2] }],
  ['text', 'x', { value: 'x' }],
  ['null', null, { value: null }],
  ['big integers', { id: [2n ** 60n] }, { id: ['1152921504606846976'] }],
])('%s is structured and repeated as JSON text', (_what, value, expected) => {
  const text = JSON.stringify(expected);
  expect(toolResult(value)).toEqual({ content: [{ type: 'text', text }], structuredContent: expected });
});

test('an error keeps its fields', () => {
  const error = new KosmoError({ code: 'not_found', message: 'gone', status: 404 });
  expect(toolError(error)).toMatchObject({
    isError: true,
    structuredContent: { code: 'not_found', message: 'gone', status: 404, retryable: false },
  });
});
