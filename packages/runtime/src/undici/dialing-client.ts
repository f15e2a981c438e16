import type { buildConnector, Dispatcher } from 'undici';
import Client from 'undici/lib/dispatcher/client.js';
import { TransportError } from '../transport.js';

/** Who waits for a connection. */
export interface Waiter {
  /** Nothing is waited for any more. */
  readonly settled: boolean;
  /** Given the way to end the dial. */
  onDial(hangUp: (reason: Error) => void): void;
}

/** What a request carries through undici besides its own options. */
export interface DialOptions extends Dispatcher.DispatchOptions {
  readonly waiter?: Waiter;
}

/** What can be ended while it is on its way: a socket. */
export interface Dial {
  destroy(reason: Error): void;
}

/** The type of undici's connector, which returns the socket although its own types do not say so. */
export type Connector = (
  target: buildConnector.Options,
  callback: buildConnector.Callback,
) => Dial | undefined;

/**
 * One connection, dialled only while somebody waits for it. Undici itself lets a dial go on when its request is
 * given up, and dials once more after a request that was aborted.
 */
export function dialingClient(origin: URL, options: Client.Options, connector: Connector): Client {
  let dialled: Dial | undefined;
  let waiter: Waiter | undefined;
  const connect: buildConnector.connector = (target, callback) => {
    if (waiter?.settled) {
      process.nextTick(callback, new TransportError('aborted', { notSent: true }), null);
      return;
    }
    dialled = connector(target, (...result: Parameters<buildConnector.Callback>) => {
      dialled = undefined;
      callback(...result);
    });
  };
  const client = new Client(origin, { ...options, connect });
  const dispatch = client.dispatch.bind(client);
  client.dispatch = (request: DialOptions, handler) => {
    // Given up while it was waiting its turn: this connection is free for the next.
    if (request.waiter?.settled) return true;
    waiter = request.waiter;
    waiter?.onDial((reason) => dialled?.destroy(reason));
    return dispatch(request, handler);
  };
  return client;
}
