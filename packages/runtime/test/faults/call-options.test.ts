import { expect, test } from 'vitest';
import { systemClock } from '../../src/http/clock.js';
import { executedThenReset, reply, silence, status } from '@kosmokrator/testing/servers/answers';
import { endingOf, keyedWrite, operations } from './call.js';
import { describeEach } from './each-transport.js';

const key = '7e57ed00-0000-4000-8000-000000000000';

describeEach((_, serve) => {
  test('timeoutMs ends a call that gets no answer, and closes its connection', async () => {
    const { server, account } = await serve([silence]);
    const ending = await endingOf(operations.read, {}, account, { timeoutMs: 100 });
    expect(ending).toMatchObject({
      code: 'timeout',
      attempts: 1,
      error: { message: 'no reply within 100 ms' },
    });
    await server.allClosed();
  });

  test('timeoutMs bounds attempts and waits together', async () => {
    const { account } = await serve([status(503, 'retry-after: 1')]);
    const ending = await endingOf(
      operations.read,
      {},
      { ...account, clock: systemClock },
      { timeoutMs: 1750 },
    );
    expect(ending).toMatchObject({ code: 'api_error', attempts: 2, error: { retry_after_ms: 1000 } });
  });

  test.each([0, 1, 2])('maxRetries: %i', async (maxRetries) => {
    const { server, account } = await serve([executedThenReset]);
    const ending = await endingOf(operations.read, {}, account, { maxRetries });
    expect(ending.attempts).toBe(maxRetries + 1);
    expect(server.requests).toHaveLength(maxRetries + 1);
  });

  test('a signal that has aborted already opens no connection', async () => {
    const { server, account } = await serve([reply('{}')]);
    const ending = await endingOf(operations.write, {}, account, { signal: AbortSignal.abort() });
    expect(ending).toMatchObject({ code: 'cancelled', attempts: 0, error: { outcome: 'not_sent' } });
    expect(server.connections).toBe(0);
  });

  test('idempotencyKey is sent on every attempt', async () => {
    const { server, account } = await serve([executedThenReset, status(503), reply('{}')]);
    expect((await endingOf(keyedWrite, {}, account, { idempotencyKey: key })).code).toBe('ok');
    expect(server.requests.map(({ headers }) => headers['idempotency-key'])).toEqual([key, key, key]);
  });

  test('idempotencyKey must be what the function takes', async () => {
    const { server, account } = await serve([reply('{}')]);
    const refused = await Promise.all([
      endingOf(keyedWrite, {}, account, { idempotencyKey: 'not a uuid' }),
      endingOf(operations.write, {}, account, { idempotencyKey: key }),
    ]);
    expect(refused.map(({ code }) => code)).toEqual(['invalid_argument', 'invalid_argument']);
    expect(server.connections).toBe(0);
  });
});
