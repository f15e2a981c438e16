import { createServer as createPlainServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import type { Answer } from './answers.js';
import { readRequests, type ReceivedRequest } from './read-requests.js';

/** A server on loopback that misbehaves as it is told, and counts what reaches it. */
export interface FaultServer {
  readonly origin: string;
  /** Connections so far. */
  readonly connections: number;
  /** Open connections that have carried a request. */
  readonly open: number;
  /** Open connections that have not: Node's `fetch` opens one in place of one that it gives up. */
  readonly idle: number;
  /** Requests that have arrived whole, in order. */
  readonly requests: readonly ReceivedRequest[];
  /** Requests that it has carried out, whatever the caller came to know of that. */
  readonly executions: number;
  /** Forgets what it has counted; its answers go on. */
  forget(): void;
  /** Resolves when no connection that has carried a request is open any more. */
  allClosed(): Promise<void>;
  close(): void;
}

/** Answers in turn, one to each request on whatever connection it comes, the last one for ever; or by what is asked. */
export type Script = readonly Answer[] | ((request: ReceivedRequest) => Answer);

export async function startFaultServer(script: Script, tls?: TlsOptions): Promise<FaultServer> {
  const sockets = new Set<Socket>();
  const used = new Set<Socket>();
  const waiting: (() => void)[] = [];
  const requests: ReceivedRequest[] = [];
  const count = { connections: 0, executions: 0, begun: 0 };
  const accept = (socket: Socket) => {
    count.connections += 1;
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      used.delete(socket);
      if (used.size === 0) for (const resolve of waiting.splice(0)) resolve();
    });
    readRequests(socket, () => {
      count.begun += 1;
      used.add(socket);
      const next =
        typeof script === 'function' ? undefined : script[Math.min(count.begun, script.length) - 1]!;
      if (next?.early) next.send(socket);
      return (request) => {
        requests.push(request);
        const answer = typeof script === 'function' ? script(request) : next!;
        if (answer.executes) count.executions += 1;
        if (!answer.early) answer.send(socket);
      };
    });
  };
  const server: Server = tls ? createTlsServer(tls, accept) : createPlainServer(accept);
  server.on('tlsClientError', () => {});
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get connections() {
      return count.connections;
    },
    get open() {
      return used.size;
    },
    get idle() {
      return sockets.size - used.size;
    },
    requests,
    get executions() {
      return count.executions;
    },
    forget() {
      requests.length = 0;
      Object.assign(count, { connections: 0, executions: 0 });
    },
    allClosed: () =>
      new Promise((resolve) => {
        if (used.size === 0) resolve();
        else waiting.push(resolve);
      }),
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
