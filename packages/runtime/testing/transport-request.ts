import { expect } from 'vitest';
import type { TransportReply, TransportRequest } from '../src/transport.js';
import { endSwitch } from './end-switch.js';

/** A request that nothing ends, to a server on loopback. */
export function request(origin: string, changes: Partial<TransportRequest> = {}): TransportRequest {
  const { onAbort } = endSwitch();
  const common = { method: 'POST', headers: { accept: 'application/json' }, body: '["GET","k"]', onAbort };
  return { url: `${origin}/`, ...common, maxBytes: 16 * 2 ** 20, allowAddresses: 'loopback', ...changes };
}

/** The body of a reply as text. */
export const text = (reply: TransportReply) => Buffer.from(reply.body).toString();

/** The error that a request ends with. A reply fails the test. */
export const failure = (sending: Promise<unknown>) =>
  sending.then(
    () => expect.fail('there was a reply'),
    (error: unknown) => error,
  );
