import { expect, test } from 'vitest';
import { account, operation } from '../../testing/operation.js';
import { reply } from '@kosmokrator/testing/replay';
import { testClock } from '@kosmokrator/testing/test-clock';
import { type Account, execute, RetryBudget } from '../index.js';

/** Calls a service that always answers so, and counts what it is sent. */
async function calls(count: number, status: number, as: Partial<Account>): Promise<number> {
  let sent = 0;
  const transport = {
    async send() {
      sent += 1;
      return reply({}, status);
    },
  };
  const from = { ...account, clock: testClock(), transport, ...as };
  for (let call = 0; call < count; call += 1) await execute(operation(), {}, from).catch(() => {});
  return sent;
}

test('500 tokens are 35 retries at 14, or 100 at 5 when throttled', async () => {
  expect(await calls(1000, 503, { retryBudget: new RetryBudget() })).toBe(1000 + 35);
  expect(await calls(1000, 429, { retryBudget: new RetryBudget() })).toBe(1000 + 100);
});

test('each success gives one token back, up to a full bucket', async () => {
  const retryBudget = new RetryBudget();
  await calls(100, 503, { retryBudget });
  expect(await calls(3, 503, { retryBudget })).toBe(3);
  await calls(13, 200, { retryBudget });
  // 10 of the 500 were left.
  expect(await calls(3, 503, { retryBudget })).toBe(3 + 1);
  await calls(10_000, 200, { retryBudget });
  expect(await calls(100, 503, { retryBudget })).toBe(100 + 35);
});

test('integrations, accounts and origins have buckets of their own', async () => {
  const retryBudget = new RetryBudget();
  await calls(100, 503, { retryBudget });
  expect(await calls(1, 503, { retryBudget })).toBe(1);
  expect(await calls(1, 503, { retryBudget, name: 'other' })).toBe(3);
  expect(await calls(1, 503, { retryBudget, name: 'default' })).toBe(1);
  const credentials = { ...account.credentials, url: 'https://b.vendor.example' };
  expect(await calls(1, 503, { retryBudget, credentials })).toBe(3);
});

test('calls of one process share a bucket unless told otherwise', async () => {
  const name = 'shared';
  expect(await calls(100, 503, { name })).toBe(100 + 35);
  expect(await calls(1, 503, { name })).toBe(1);
  expect(await calls(1, 503, { name, retryBudget: new RetryBudget() })).toBe(3);
});
