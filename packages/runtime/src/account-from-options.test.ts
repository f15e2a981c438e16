import { expect, test } from 'vitest';
import { accountFromOptions } from './account-from-options.js';
import { reveal, Secret } from './secret.js';

const integration = {
  credentials: {
    redis_url: { type: 'url', env: 'REDIS_URL' },
    key2_id: { type: 'string', env: 'KEY2_ID' },
    a__b: { type: 'secret', env: 'A_B' },
  },
} as const;

test('finds credentials under their camelCase names and keeps the settings', () => {
  const options = { name: 'scratch', timeoutMs: 5, redisUrl: 'https://x', key2Id: '2', aB: 's' };
  const account = accountFromOptions(integration, options);
  expect(account).toMatchObject({
    name: 'scratch',
    timeoutMs: 5,
    credentials: { redis_url: 'https://x', key2_id: '2', a__b: expect.any(Secret) },
  });
  expect(reveal(account.credentials['a__b'])).toBe('s');
  expect(Object.keys(account)).toEqual(['name', 'timeoutMs', 'credentials']);
});

test('a credential that is not given is absent', () => {
  expect(accountFromOptions(integration, {}).credentials).toEqual({
    redis_url: undefined,
    key2_id: undefined,
    a__b: undefined,
  });
});
