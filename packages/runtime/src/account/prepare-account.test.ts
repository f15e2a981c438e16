import { expect, test } from 'vitest';
import { account, operation } from '../../testing/operation.js';
import { replay, reply } from '@kosmokrator/testing/replay';
import { type Account, execute, type KosmoError } from '../index.js';

/** Where a call goes, and as whom. */
async function sentWith(changes: Partial<Account>): Promise<string> {
  const { transport, requests } = replay(reply({}));
  await execute(operation(), {}, { ...account, ...changes, transport });
  return `${requests[0]?.url} ${requests[0]?.headers['authorization']}`;
}

test('what was worked out for one account is not used for another', async () => {
  const own = 'https://a.vendor.example/v1/things Bearer canary-token';
  const { credentials } = account;
  expect(await sentWith({})).toBe(own);
  expect(await sentWith({ credentials: { ...credentials, token: 'other-token' } })).toBe(
    'https://a.vendor.example/v1/things Bearer other-token',
  );
  expect(await sentWith({ credentials: { ...credentials, url: 'https://b.vendor.example' } })).toBe(
    'https://b.vendor.example/things Bearer canary-token',
  );
  expect(await sentWith({ baseUrls: { api: 'https://c.example' } })).toBe(
    'https://c.example/things Bearer canary-token',
  );
  expect(await sentWith({})).toBe(own);
});

test('an account that is changed in place is seen to have changed', async () => {
  const credentials = { ...account.credentials };
  await sentWith({ credentials });
  credentials['token'] = 'new-token';
  expect(await sentWith({ credentials })).toContain('Bearer new-token');
});

test('what one account may do is not what the next may do', async () => {
  const local = { baseUrls: { api: 'http://127.0.0.1:1' } };
  expect(await sentWith({ ...local, allowLoopbackHttp: true })).toContain('http://127.0.0.1:1');
  await expect(sentWith(local)).rejects.toMatchObject({ code: 'missing_credentials' });
  await expect(sentWith({ credentials: {} })).rejects.toMatchObject({ code: 'missing_credentials' });
});

test('an error hides the secrets of its own account', async () => {
  const failing = (token: string) =>
    execute(
      operation(),
      {},
      {
        ...account,
        credentials: { ...account.credentials, token },
        transport: replay(reply('canary-token and second-token', 500)).transport,
        maxRetries: 0,
      },
    ).catch((error: unknown) => (error as KosmoError).message);
  expect(await failing('canary-token')).toContain('[redacted] and second-token');
  expect(await failing('second-token')).toContain('canary-token and [redacted]');
});
