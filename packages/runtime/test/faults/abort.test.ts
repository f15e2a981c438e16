import { expect, test, vi } from 'vitest';
import { systemClock } from '../../src/http/clock.js';
import { raw, silence, status } from '@kosmokrator/testing/servers/answers';
import { endingOf, operations } from './call.js';
import { atOnce, describeEach, times } from './each-transport.js';

const moments = {
  'a wait': status(429, 'retry-after: 20'),
  'a body': raw('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{'),
};

describeEach((name, serve) => {
  test.each(Object.entries(moments))('an abort in %s ends it at once', async (moment, answer) => {
    const { server, account } = await serve([answer]);
    const took: number[] = [];
    for (let call = 1; call <= 100; call += 1) {
      const controller = new AbortController();
      const { signal } = controller;
      const ending = endingOf(operations.read, {}, { ...account, clock: systemClock }, { signal });
      await vi.waitUntil(() => server.requests.length === call, { interval: 1, timeout: 30_000 });
      await new Promise((resolve) => void setTimeout(resolve, 5));
      const start = performance.now();
      controller.abort();
      expect(await ending).toMatchObject({ code: 'cancelled', attempts: 1 });
      // A connection that is only kept for the next call may stay.
      if (answer !== moments['a wait']) await server.allClosed();
      took.push(performance.now() - start);
      expect(server.requests).toHaveLength(call);
    }
    took.sort((a, b) => a - b);
    const [median, max] = [took[50]!, took.at(-1)!].map((ms) => ms.toFixed(1));
    console.log(
      `abort in ${moment} over ${name}, to the end of call and socket: median ${median} ms, max ${max} ms`,
    );
  });

  test('callers that go away leave no connection behind', async () => {
    const { server, account } = await serve([silence]);
    const codes = await times(1000, async (call) => {
      const controller = new AbortController();
      const ending = endingOf(operations.write, {}, account, { signal: controller.signal });
      setTimeout(() => controller.abort(), call % 60);
      const { code, error } = await ending;
      expect(error).toMatchObject({ retryable: false });
      return code;
    });
    await server.allClosed();
    console.log(
      `1,000 callers gone over ${name}: ${server.requests.length} requests had arrived, ` +
        `${server.executions} executed; connections left: ${server.open} used, ${server.idle} idle`,
    );
    expect(new Set(codes)).toEqual(new Set(['cancelled']));
    expect(server.executions).toBeLessThanOrEqual(1000);
    expect(server.open).toBe(0);
    // A connection that is opened in place of one that an abort has closed may find nothing to do, and is kept for a
    // while. Only undici's are bounded: fetch has no limit of its own.
    expect(server.idle).toBeLessThanOrEqual(name === 'fetch' ? 1000 : atOnce);
  });
});
