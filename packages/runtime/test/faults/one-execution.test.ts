import { Redis } from '@upstash/redis';
import { expect, test } from 'vitest';
import { RetryBudget } from '../../src/index.js';
import { executedThenReset, reply } from '@kosmokrator/testing/servers/answers';
import { endingOf, keyedWrite, operations } from './call.js';
import { describeEach, times } from './each-transport.js';
import { startFaultServer } from '@kosmokrator/testing/servers/fault-server';

const calls = 1000;

describeEach((name, serve) => {
  test('a write whose connection is reset after it was executed is executed once', async () => {
    const { server, account } = await serve([executedThenReset]);
    const endings = await times(calls, () => endingOf(operations.write, {}, account));
    console.log(`INCR, executed then reset, over ${name}: ${server.executions} executions in ${calls} calls`);
    for (const { error } of endings)
      expect(error).toMatchObject({ code: 'outcome_unknown', attempts: 1, retryable: false });
    expect([server.executions, server.requests.length]).toEqual([calls, calls]);
  });

  test('a keyed write is sent again with its own key, and executed once', async () => {
    const seen = new Map<string, number>();
    const { server, account } = await serve(({ headers }) => {
      const key = headers['idempotency-key']!;
      const before = seen.get(key) ?? 0;
      seen.set(key, before + 1);
      // As services with keys do: what is known already is answered, not repeated.
      return before === 0 ? executedThenReset : reply('{}', { executes: false });
    });
    const endings = await times(calls, () =>
      endingOf(keyedWrite, {}, { ...account, retryBudget: new RetryBudget() }),
    );
    console.log(
      `keyed write, executed then reset, over ${name}: ${server.executions} executions of ${seen.size} keys ` +
        `in ${server.requests.length} requests of ${calls} calls`,
    );
    expect(endings.every(({ code, attempts }) => code === 'ok' && attempts === 2)).toBe(true);
    expect([...seen.values()].every((requests) => requests === 2)).toBe(true);
    expect([seen.size, server.executions]).toEqual([calls, calls]);
    for (const { headers, body } of server.requests)
      expect(JSON.parse(body)).toEqual({ id: headers['idempotency-key'] });
  });
});

test("for comparison, the vendor's own client", async () => {
  const server = await startFaultServer([executedThenReset]);
  const redis = new Redis({
    url: server.origin,
    token: 'test',
    enableTelemetry: false,
    enableAutoPipelining: false,
  });
  const clients = 5;
  const sending = Array.from({ length: clients }, () => redis.incr('counter'));
  const outcomes = await Promise.allSettled(sending);
  server.close();
  console.log(
    `INCR, executed then reset, @upstash/redis: ${server.executions} executions in ${clients} calls`,
  );
  expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
  expect(server.executions).toBeGreaterThan(clients);
});
