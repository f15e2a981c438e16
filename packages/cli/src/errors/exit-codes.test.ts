import { errorCodes } from '@kosmokrator/runtime';
import { expect, test } from 'vitest';
import { exitCode, exitCodeHelp, exitCodeOf } from './exit-codes.js';

test('codes are distinct and all explained', () => {
  const codes = Object.values(exitCode);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(exitCodeHelp()).toMatch(new RegExp(`^ +${code}  \\w`, 'm'));
});

test('every error code has one', () => {
  expect(Object.fromEntries(errorCodes.map((code) => [code, exitCodeOf(code)]))).toEqual({
    invalid_argument: 1,
    unknown_function: 1,
    missing_credentials: 4,
    policy_denied: 3,
    approval_required: 3,
    auth_failed: 4,
    not_found: 1,
    conflict: 1,
    rate_limited: 1,
    api_error: 1,
    bad_response: 1,
    network_error: 1,
    timeout: 5,
    cancelled: 130,
    outcome_unknown: 1,
    limit_exceeded: 5,
    broken_integration: 1,
  });
  expect(exitCodeOf('script_error')).toBe(1);
  expect(exitCodeOf('constructor')).toBe(1);
});
