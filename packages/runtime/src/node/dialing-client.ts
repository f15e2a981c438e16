import type { Socket } from 'node:net';
import type { buildConnector, Dispatcher } from 'undici';
import Client from 'undici/lib/dispatcher/client.js';

/** What a request may carry through undici besides its own options. */
export interface DialOptions extends Dispatcher.DispatchOptions {
  /** Given the way to end a dial that this request waits for. */
  readonly onDial?: (hangUp: (reason: Error) => void) => void;
}

/** As undici's connector is: it returns the socket, which its types do not say. */
export type Connector = (
  target: buildConnector.Options,
  callback: buildConnector.Callback,
) => Socket | undefined;

/**
 * One connection. Undici itself lets a dial go on when the request that needs it is
 * given up; here an abort ends it too.
 */
export function dialingClient(origin: URL, options: Client.Options, connector: Connector): Client {
  let dialled: Socket | undefined;
  const connect: buildConnector.connector = (target, callback) => {
    dialled = connector(target, (...result: Parameters<buildConnector.Callback>) => {
      dialled = undefined;
      callback(...result);
    });
  };
  const client = new Client(origin, { ...options, connect });
  const dispatch = client.dispatch.bind(client);
  client.dispatch = (request: DialOptions, handler) => {
    request.onDial?.((reason) => dialled?.destroy(reason));
    return dispatch(request, handler);
  };
  return client;
}
