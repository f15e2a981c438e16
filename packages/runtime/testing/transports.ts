import { createFetchTransport } from '../src/http/fetch-transport.js';
import { undiciTransport } from '../src/undici/undici-transport.js';
import type { Transport } from '../src/transport.js';

/** How long a transport waits, in milliseconds. */
export interface Patience {
  readonly connectMs?: number;
  readonly firstByteMs?: number;
  readonly idleMs?: number;
}

/** Limits at which a test need not wait long. */
export const short: Patience = { firstByteMs: 300, idleMs: 300 };

type Create = (patience?: Patience) => Transport & { close?(): Promise<void> };

/** Every transport, for describe.each: what holds for one holds for all. */
export const transports: readonly (readonly [name: string, create: Create])[] = [
  ['fetch', createFetchTransport],
  ['undici', undiciTransport],
];

export interface OpenTransport {
  readonly transport: Transport;
  close(): Promise<void>;
}

/** A transport that keeps to `connectMs` too, and that leaves no connection behind when it is closed. */
export async function openTransport(create: Create, patience: Patience = {}): Promise<OpenTransport> {
  const restore = patience.connectMs === undefined ? undefined : await dialWithin(patience.connectMs);
  const transport = create(patience);
  return {
    transport,
    async close() {
      await transport.close?.();
      await restore?.();
    },
  };
}

/** How long `fetch` waits for a connection can be set for a whole process only, and only through undici. */
async function dialWithin(timeout: number): Promise<() => Promise<void>> {
  // Makes Node set its own first, which undici would otherwise take the place of.
  await fetch('data:,');
  const { Agent, getGlobalDispatcher, setGlobalDispatcher } = await import('undici');
  const before = getGlobalDispatcher();
  const agent = new Agent({ connect: { timeout } });
  setGlobalDispatcher(agent);
  return async () => {
    setGlobalDispatcher(before);
    await agent.close();
  };
}
