import { type Environment, type Transport, TransportError } from '@kosmokrator/runtime';
import { readProxies } from './read-proxies.js';

/**
 * The undici transport, loaded by the first call, so that a host that only lists functions starts without it. It goes through
 * the proxies of the environment. There is no way on without undici: `fetch` would not check where names lead.
 */
export function defaultTransport(env: Environment): Transport {
  let transport: Promise<Transport> | undefined;
  return {
    send: async (request) => (await (transport ??= loadTransport(env))).send(request),
  };
}

async function loadTransport(env: Environment): Promise<Transport> {
  const proxies = readProxies(env);
  const { undiciTransport } = await loadUndici();
  return undiciTransport(proxies && { proxies });
}

async function loadUndici(): Promise<typeof import('@kosmokrator/runtime/undici')> {
  try {
    return await import('@kosmokrator/runtime/undici');
  } catch {
    const message = 'the package undici is missing; install undici 7, or pass a transport to createHost';
    throw new TransportError(message, { notSent: true, permanent: true });
  }
}
