import type { JSONRPCMessage } from '@modelcontextprotocol/server';
import { expect, test } from 'vitest';
import { createCallQueue } from './queue-calls.js';

const call = (id: number) => ({ jsonrpc: '2.0', id, method: 'tools/call' }) as JSONRPCMessage;
const cancel = (requestId: number) =>
  ({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId } }) as JSONRPCMessage;

function queueOf(most: number) {
  const delivered: unknown[] = [];
  const queue = createCallQueue(most, (message) => {
    if ('method' in message) delivered.push('id' in message ? message.id : message.method);
  });
  return { queue, delivered };
}

test('calls wait for room, in order; nothing else does', () => {
  const { queue, delivered } = queueOf(2);
  for (const id of [1, 2, 3, 4]) queue.take(call(id), 10);
  queue.take({ jsonrpc: '2.0', id: 5, method: 'ping' }, 10);
  expect(delivered).toEqual([1, 2, 5]);
  expect(queue.waitingBytes).toBe(20);
  queue.answered(2);
  queue.answered(5);
  expect(delivered).toEqual([1, 2, 5, 3]);
  queue.answered(1);
  expect([delivered.at(-1), queue.waitingBytes]).toEqual([4, 0]);
});

test('a call that is cancelled leaves its room, or is never made', () => {
  const { queue, delivered } = queueOf(1);
  for (const id of [1, 2, 3]) queue.take(call(id), 10);
  queue.take(cancel(2), 10);
  expect(queue.waitingBytes).toBe(10);
  queue.take(cancel(1), 10);
  expect(delivered).toEqual([1, 'notifications/cancelled', 'notifications/cancelled', 3]);
});
