import { createFetchTransport, type Transport } from '../../src/index.js';
import { undiciTransport } from '../../src/undici/index.js';

/** How long a transport waits, in milliseconds. */
export interface Patience {
  readonly connectMs?: number;
  readonly firstByteMs?: number;
  readonly idleMs?: number;
}

export interface OpenTransport {
  readonly transport: Transport;
  close(): Promise<void>;
}

/** Every transport that must hold the matrix. */
export const transports: Readonly<Record<string, (patience?: Patience) => Promise<OpenTransport>>> = {
  async fetch(patience = {}) {
    const close = patience.connectMs === undefined ? async () => {} : await dialWithin(patience.connectMs);
    return { transport: createFetchTransport(patience), close };
  },
  async undici(patience) {
    const transport = undiciTransport(patience);
    return { transport, close: () => transport.close() };
  },
};

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
