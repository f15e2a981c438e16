import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import type { JSONRPCMessage } from '@modelcontextprotocol/server';
import { expect, test } from 'vitest';
import { createStdioTransport } from './stdio-transport.js';

/** A transport whose client sent these messages and closed its end. */
async function closedAfter(lingerMs: number, ...messages: readonly object[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const transport = createStdioTransport({ input, output, warn: () => {}, lingerMs });
  const taken: JSONRPCMessage[] = [];
  const state = { isClosed: false };
  const closed = new Promise<void>((resolve) => {
    Object.assign(transport, {
      onmessage: (message: JSONRPCMessage) => void taken.push(message),
      onclose() {
        state.isClosed = true;
        resolve();
      },
    });
  });
  await transport.start();
  input.end(messages.map((message) => `${JSON.stringify(message)}\n`).join(''));
  await turn();
  await turn();
  return { transport, output, taken, closed, state };
}

const call = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'a' } };

test('a call that was sent just before the input was closed is answered', async () => {
  const { transport, output, taken, closed, state } = await closedAfter(1e6, call);
  expect([taken.length, state.isClosed]).toEqual([1, false]);
  await transport.send({ jsonrpc: '2.0', id: 1, result: {} });
  await closed;
  expect(String(output.read())).toBe('{"jsonrpc":"2.0","id":1,"result":{}}\n');
});

test('one that takes long is given up', async () => {
  const { closed, output, state } = await closedAfter(1, call);
  await closed;
  expect([state.isClosed, output.read()]).toEqual([true, null]);
});

test('without one, the server ends with its input', async () => {
  const { taken, state } = await closedAfter(1e6, { jsonrpc: '2.0', id: 1, method: 'ping' });
  expect([taken.length, state.isClosed]).toEqual([1, true]);
});
