import { expect, test } from 'vitest';
import { restCall } from '../../testing/rest-call.js';
import { startEmulator } from '../start-emulator.js';
import { createRateLimit } from './rate-limit.js';

test('gives each minute its requests', () => {
  let now = 5_000;
  const take = createRateLimit(2, () => now);
  expect([take(), take(), take()]).toEqual([0, 0, 60_000]);
  now += 59_999;
  expect(take()).toBe(1);
  now += 1;
  expect([take(), take(), take()]).toEqual([0, 0, 60_000]);
});

test('is answered with 429 when it is switched on', async () => {
  const emulator = await startEmulator({ redis: 'memory', planetscaleRequestsPerMinute: 3 });
  try {
    const call = () =>
      restCall(emulator.env['KOSMO_PLANETSCALE_API_BASE_URL'] ?? '', {
        path: '/user',
        token: emulator.tokens.planetscaleAccess,
      });
    const statuses = [];
    for (let index = 0; index < 4; index += 1) statuses.push((await call()).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect((await call()).json).toEqual({ code: 'too_many_requests', message: expect.any(String) });
  } finally {
    await emulator.close();
  }
});
