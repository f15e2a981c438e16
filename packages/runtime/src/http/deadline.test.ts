import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { operation, withTransport } from '../../testing/operation.js';
import { replay, reply } from '@kosmokrator/testing/replay';
import { eachItem, execute } from '../index.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const paged = operation({ paginate: { style: 'page', items: ({ body }) => body } });
const ways: Record<string, () => Promise<unknown>> = {
  'a call': () => execute(operation(), {}, withTransport(replay(reply({})).transport)),
  'a failed call': () =>
    execute(operation(), {}, withTransport(replay().transport), { maxRetries: 0 }).catch(() => {}),
  'a call that is given up while it waits': async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const call = execute(operation(), {}, withTransport(replay(reply({}, 503)).transport), { signal });
    const failure = call.catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(0);
    controller.abort();
    expect(await failure).toMatchObject({ code: 'cancelled', attempts: 1 });
  },
  'a call without credentials': () => execute(operation(), {}, { credentials: {} }).catch(() => {}),
  'a walk': async () => {
    for await (const item of eachItem(paged, {}, withTransport(replay(reply([1]), reply([])).transport)))
      void item;
  },
  'a walk that is left': async () => {
    for await (const item of eachItem(paged, {}, withTransport(replay(reply([1])).transport)))
      if (item) break;
  },
};

test.each(Object.keys(ways))('%s leaves no timer', async (name) => {
  await ways[name]!();
  expect(vi.getTimerCount()).toBe(0);
});

test('a call takes its listener off the signal', async () => {
  const { signal } = new AbortController();
  const add = vi.spyOn(signal, 'addEventListener');
  const remove = vi.spyOn(signal, 'removeEventListener');
  await execute(operation(), {}, withTransport(replay(reply({})).transport), { signal });
  expect(remove.mock.calls).toEqual(add.mock.calls);
  expect(add).toHaveBeenCalledOnce();
});

test('a deadline longer than timers can wait is cut to what they can', async () => {
  const set = vi.spyOn(globalThis, 'setTimeout');
  await execute(operation(), {}, withTransport(replay(reply({})).transport), { timeoutMs: Infinity });
  expect(set.mock.calls[0]?.[1]).toBe(2 ** 31 - 1);
});
