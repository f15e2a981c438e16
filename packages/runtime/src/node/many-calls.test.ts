import { afterAll, expect, test } from 'vitest';
import { account, operation } from '../../testing/operation.js';
import { serve } from '../../testing/serve.js';
import { execute, fetchTransport } from '../index.js';
import { undiciTransport } from './undici-transport.js';

const echo = operation<{ nonce: string }, { nonce: string }>(
  { params: { nonce: { schema: { type: 'string' }, required: true } } },
  { method: 'POST', body: { nonce: { $value: 'nonce' } } },
);

const undici = undiciTransport();
afterAll(() => undici.close());

test.each([
  ['fetch', fetchTransport],
  ['undici', undici],
])('%s: of 1,000 × 10 calls none is lost, doubled or given to another', async (name, transport) => {
  let requests = 0;
  const local = await serve((request, response) => {
    requests += 1;
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    // Later ones overtake earlier ones.
    request.on('end', () => void setTimeout(() => response.end(Buffer.concat(parts)), Math.random() * 20));
  });
  const as = { ...account, ...local, transport };
  let lost = 0;
  let crossed = 0;
  const call = async (caller: number) => {
    for (let turn = 0; turn < 10; turn += 1) {
      const nonce = `${caller}:${turn}`;
      const reply = await execute(echo, { nonce }, as, { timeoutMs: 60_000, maxRetries: 0 }).catch(
        () => undefined,
      );
      if (!reply) lost += 1;
      else if (reply.nonce !== nonce) crossed += 1;
    }
  };
  await Promise.all(Array.from({ length: 1000 }, (_, index) => call(index)));
  console.log(`${name}: 10,000 calls, ${lost} lost, ${crossed} crossed, ${requests - 10_000} doubled`);
  expect([lost, crossed, requests]).toEqual([0, 0, 10_000]);
});
