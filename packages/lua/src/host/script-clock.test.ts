import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createScriptClock } from './script-clock.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

test('expires once, when its time is up', async () => {
  const expired = vi.fn<() => void>();
  createScriptClock().start(100, expired);
  await vi.advanceTimersByTimeAsync(99);
  expect(expired).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1000);
  expect(expired).toHaveBeenCalledOnce();
});

test('stands still while somebody is asked', async () => {
  const expired = vi.fn<() => void>();
  const clock = createScriptClock();
  clock.start(100, expired);
  await vi.advanceTimersByTimeAsync(60);
  const both = Promise.all([clock.during(() => sleep(5000)), clock.during(() => sleep(9000))]);
  await vi.advanceTimersByTimeAsync(9000);
  await both;
  expect(clock.elapsed()).toBe(60);
  await vi.advanceTimersByTimeAsync(39);
  expect(expired).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(expired).toHaveBeenCalledOnce();
});

test('does not start again when it was stopped during a question', async () => {
  const expired = vi.fn<() => void>();
  const clock = createScriptClock();
  clock.start(100, expired);
  const asked = clock.during(() => sleep(50));
  clock.stop();
  await vi.advanceTimersByTimeAsync(1000);
  await asked;
  expect(expired).not.toHaveBeenCalled();
  expect(clock.elapsed()).toBe(0);
});
