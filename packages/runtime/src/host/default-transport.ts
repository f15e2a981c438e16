import type { UndiciTransport } from '../node/index.js';
import { type Transport, TransportError } from '../transport.js';

/**
 * The undici transport, loaded by the first call, so that a host that only lists functions starts without it.
 * There is no way on without undici: `fetch` would not check where names lead.
 */
export function defaultTransport(): Transport {
  let transport: UndiciTransport | undefined;
  let loading: Promise<void> | undefined;
  const load = async () => {
    try {
      const { undiciTransport } = await import('../node/index.js');
      transport = undiciTransport();
    } catch {
      const message = 'the package undici is missing; install undici 7, or give createHost a transport';
      throw new TransportError(message, { notSent: true, permanent: true });
    }
  };
  const loaded = async () => {
    await (loading ??= load());
    return transport!;
  };
  return {
    send: async (request) => (transport ?? (await loaded())).send(request),
  };
}
