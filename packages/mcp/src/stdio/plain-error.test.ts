import { expect, test } from 'vitest';
import { plainError } from './plain-error.js';

const issues = (...list: unknown[]) => JSON.stringify(list, null, 2);
const noText = {
  code: 'invalid_type',
  expected: 'string',
  path: ['params', 'name'],
  message: 'Invalid input',
};
const noRecord = { code: 'invalid_type', expected: 'record', path: ['params', 'arguments'], message: 'x' };

test.each([
  [-32_603, issues(noText), -32_602, 'Invalid params: params.name must be a string'],
  [
    -32_602,
    `Invalid tools/call request: ${issues(noText, noRecord)}`,
    -32_602,
    'Invalid tools/call request: params.name must be a string; params.arguments must be an object',
  ],
  [-32_602, issues({ path: ['a'], message: 'is odd' }), -32_602, 'Invalid params: a: is odd'],
  [-32_603, 'Internal error', -32_603, 'Internal error'],
  [-32_601, 'an [odd {} list]', -32_601, 'an [odd {} list]'],
  [-32_601, 'x'.repeat(1_000_000), -32_601, `${'x'.repeat(2_000)}…`],
])('%i %.60s', (code, message, plainCode, plain) => {
  const response = { jsonrpc: '2.0' as const, id: 1, error: { code, message, data: { kept: true } } };
  expect(plainError(response)).toEqual({
    ...response,
    error: { code: plainCode, message: plain, data: { kept: true } },
  });
});
