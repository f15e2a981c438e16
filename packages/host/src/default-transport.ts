import { type Transport, TransportError } from '@kosmokrator/runtime';

/**
 * The undici transport, loaded by the first call, so that a host that only lists functions starts without it.
 * There is no way on without undici: `fetch` would not check where names lead.
 */
export function defaultTransport(): Transport {
  let transport: Promise<Transport> | undefined;
  return {
    send: async (request) => (await (transport ??= loadTransport())).send(request),
  };
}

async function loadTransport(): Promise<Transport> {
  try {
    const { undiciTransport } = await import('@kosmokrator/runtime/undici');
    return undiciTransport();
  } catch {
    const message = 'the package undici is missing; install undici 7, or pass a transport to createHost';
    throw new TransportError(message, { notSent: true, permanent: true });
  }
}
