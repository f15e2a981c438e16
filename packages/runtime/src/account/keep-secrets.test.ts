import { expect, test } from 'vitest';
import { integration } from '../../testing/operation.js';
import { keepSecrets } from './keep-secrets.js';
import { reveal } from './reveal.js';
import { Secret } from './secret.js';

test('wraps what is secret, and leaves everything else of an account as it is', () => {
  const account = {
    name: 'work',
    timeoutMs: 5,
    credentials: { email: 'ada', token: 'canary', url: undefined },
  };
  const kept = keepSecrets(integration, account);
  expect(kept).toMatchObject({ name: 'work', timeoutMs: 5, credentials: { email: 'ada', url: undefined } });
  expect(kept.credentials['token']).toBeInstanceOf(Secret);
  expect(reveal(kept.credentials['token'])).toBe('canary');
  expect(JSON.stringify(kept)).not.toContain('canary');
});

test.each(['work', undefined, null, {}])('refuses %j, which is not an account', (given) => {
  expect(() => keepSecrets(integration, given as never)).toThrow(
    expect.objectContaining({
      name: 'KosmoError',
      code: 'invalid_argument',
      message: expect.stringMatching(
        /^an account of test-vendor must be an object with credentials; for a stored/,
      ),
    }),
  );
});

test.each([
  ['tokken', '"tokken" is not an option of test-vendor; did you mean "token"?'],
  ['timeoutMS', '"timeoutMS" is not an option of test-vendor; did you mean "timeoutMs"?'],
  ['__proto_', '"__proto_" is not an option of test-vendor'],
])('refuses the option %s, which there is not', (option, message) => {
  const account = { credentials: {}, [option]: 'x' };
  expect(() => keepSecrets(integration, account)).toThrow(
    expect.objectContaining({ code: 'invalid_argument', message, param: option }),
  );
});
