import type { buildConnector } from 'undici';
import { isTransportError, TransportError } from '../transport.js';
import { describeFailure } from './describe-failure.js';
import type { Connector } from './dialing-client.js';

type Callback = buildConnector.Callback;
type OpenTunnel = (target: buildConnector.Options & { signal: AbortSignal }, callback: Callback) => unknown;

/**
 * The way of a proxy agent to connect, which asks the proxy for a tunnel. Nothing of a request is sent before there is one.
 * Undefined for settings that have no such way.
 */
export function tunnel(connect: unknown): Connector | undefined {
  if (typeof connect !== 'function') return undefined;
  return (target, callback) => {
    const controller = new AbortController();
    const open = connect as OpenTunnel;
    void open({ ...target, signal: controller.signal }, (...[error, socket]: Parameters<Callback>) => {
      // Undici tries for ever where a connection ends while the tunnel is asked for.
      if (error) callback(proxyFailure(error), null);
      else callback(null, socket!);
    });
    return { destroy: (reason) => controller.abort(reason) };
  };
}

function proxyFailure(error: Error): TransportError {
  if (isTransportError(error)) return error;
  const [, status] = /^Proxy response \((\d+)\)/.exec(error.message) ?? [];
  if (status !== undefined)
    return new TransportError(`the proxy answered ${status}`, { notSent: true, permanent: status < '500' });
  const { message, permanent = false } = describeFailure(error, false);
  return new TransportError(`through the proxy: ${message}`, { notSent: true, permanent });
}
