import { beforeEach, expect, test, vi } from 'vitest';
import { fakeKeychain } from '../../../testing/accounts/fake-keychain.js';
import { withPatience } from './with-patience.js';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  return () => void vi.useRealTimers();
});

const silence = 'it did not answer within 3 s';

/** A keychain that answers after a while, and how often it was asked and given up. */
function slowKeychain(ms: number) {
  const slow = { ms, asked: 0, givenUp: 0 };
  const keychain = withPatience({
    ...fakeKeychain(),
    async get() {
      slow.asked++;
      await new Promise((resolve) => setTimeout(resolve, slow.ms));
      return 'found';
    },
    giveUp: () => void slow.givenUp++,
  });
  return { slow, get: async () => settled(keychain.get('a')), keychain };
}

/** How a promise ends when time passes. */
async function settled(promise: Promise<unknown>): Promise<unknown> {
  const end = promise.catch((error: Error) => error.message);
  await vi.advanceTimersByTimeAsync(10_000);
  return end;
}

test('a keychain that never answers is given up once, and asked again after a pause', async () => {
  const { slow, get, keychain } = slowKeychain(1e8);
  expect(await get()).toContain(silence);
  expect(slow).toMatchObject({ asked: 1, givenUp: 1 });
  await expect(keychain.get('a')).rejects.toThrow(silence);
  await expect(keychain.set('a', 'b')).rejects.toThrow(silence);
  expect(slow.asked).toBe(1);
  await vi.advanceTimersByTimeAsync(60_000);
  slow.ms = 10;
  expect(await get()).toBe('found');
});

test('slow answers share the time', async () => {
  const { slow, get } = slowKeychain(1_100);
  expect([await get(), await get(), await get()]).toEqual([
    'found',
    'found',
    expect.stringContaining(silence),
  ]);
  expect(slow.givenUp).toBe(1);
});

test('a keychain that answers at once has all of its time again', async () => {
  const { slow, get } = slowKeychain(2_500);
  for (const ms of [2_500, 10, 2_500, 10, 2_500]) {
    slow.ms = ms;
    expect(await get()).toBe('found');
  }
});
