import { afterAll, expect, test } from 'vitest';
import { aString, account, operation } from '../../testing/operation.js';
import { serve } from '@kosmokrator/testing/servers/serve';
import { execute } from '../index.js';
import { createFetchTransport } from '../http/fetch-transport.js';
import { undiciTransport } from './undici-transport.js';

const echo = operation<{ nonce: string }, { nonce: string }>(
  { params: { nonce: { ...aString, required: true } } },
  { method: 'POST', body: (get) => JSON.stringify({ nonce: get('nonce') }) },
);

// The machine may be busy; how long a call takes is not the question here.
const undici = undiciTransport({ connectMs: 60_000, firstByteMs: 60_000 });
const fetch = createFetchTransport({ firstByteMs: 60_000 });
afterAll(() => undici.close());

test.each([
  // With more at once, fetch runs into its own limit of 10 seconds for a connection.
  ['fetch', fetch, 250, 4],
  ['undici', undici, 1000, 10],
])(
  '%s: of many calls at once none is lost, doubled or given to another',
  async (name, transport, callers, turns) => {
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
      for (let turn = 0; turn < turns; turn += 1) {
        const nonce = `${caller}:${turn}`;
        const reply = await execute(echo, { nonce }, as, { timeoutMs: 60_000, maxRetries: 0 }).catch(
          () => undefined,
        );
        if (!reply) lost += 1;
        else if (reply.nonce !== nonce) crossed += 1;
      }
    };
    await Promise.all(Array.from({ length: callers }, (_, index) => call(index)));
    console.log(
      `${name}: ${callers} × ${turns} calls, ${lost} lost, ${crossed} crossed, ${requests - callers * turns} doubled`,
    );
    expect([lost, crossed, requests]).toEqual([0, 0, callers * turns]);
  },
);
