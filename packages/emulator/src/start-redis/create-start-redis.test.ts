import { afterEach, expect, test, vi } from 'vitest';
import { createClock } from '../clock.js';
import type { Listener } from '../http/listen.js';
import { createInProcessBackend } from '../redis/in-process/in-process-backend.js';
import { createStartRedis } from './create-start-redis.js';

const day = 86_400_000;

afterEach(() => vi.useRealTimers());

test('memory comes back within a minute of the end, although nobody asks', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  let now = 0;
  const backend = createInProcessBackend();
  const listener: Listener = { url: 'http://127.0.0.1:1', close: () => Promise.resolve() };
  const service = createStartRedis({
    backend,
    firstIndex: 0,
    clock: createClock(() => now),
    requestsPerMinute: undefined,
    listen: () => Promise.resolve(listener),
  });
  const query = new URLSearchParams();
  const body = Buffer.alloc(0);
  const request = {
    method: 'POST',
    path: '/start-redis',
    query,
    headers: {},
    body,
    origin: 'http://127.0.0.1:1',
  };
  expect((await service.handle(request)).status).toBe(200);
  await backend.run(0, [['SET', 'k', 'v']]);
  now = 3 * day;
  expect(service.databases.live).toBe(1);
  await vi.advanceTimersByTimeAsync(60_000);
  await vi.waitFor(() => expect(service.databases.live).toBe(0));
  expect(await backend.usage(0)).toEqual({ keys: 0, memoryBytes: 0 });
  service.stop();
  expect(vi.getTimerCount()).toBe(0);
  await backend.close();
});

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])(
  'the clock does not go forward by %s',
  (milliseconds) => {
    expect(() => createClock(() => 0).advance(milliseconds)).toThrow(RangeError);
  },
);
