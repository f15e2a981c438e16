import { createFetchTransport } from '../src/http/fetch-transport.js';
import { undiciTransport } from '../src/undici/undici-transport.js';
import type { Transport } from '../src/transport.js';

/** Limits, in milliseconds, at which a test need not wait long. */
export const short = { firstByteMs: 300, idleMs: 300 };

/** Every transport, for describe.each: what holds for one holds for all. */
export const transports: [name: string, create: (limits?: typeof short) => Transport][] = [
  ['fetch', createFetchTransport],
  ['undici', undiciTransport],
];
