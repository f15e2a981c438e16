import { expect, test } from 'vitest';
import { integration } from '../testing/operation.js';
import { keepSecrets } from './keep-secrets.js';
import { reveal, Secret } from './secret.js';

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
