import { createServer, type AddressInfo, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A server of plain sockets on loopback for one test, which counts what reaches it. */
export interface RawServer {
  readonly port: number;
  readonly origin: string;
  /** Connections so far. */
  connections(): number;
  /** Connections that are open now. */
  open(): number;
  /** Resolves when no connection is open any more. */
  allClosed(): Promise<void>;
}

/** `answer` is called with each part that a connection sends, and how many requests it has sent with it. */
export async function serveRaw(
  answer: (socket: Socket, request: number) => void,
  host = '127.0.0.1',
): Promise<RawServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  let closed: () => void = () => {};
  const server = createServer((socket) => {
    let requests = 0;
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      if (sockets.size === 0) closed();
    });
    socket.on('data', (part) => {
      if (/^[A-Z]+ \/\S* HTTP\/1\.1\r\n/.test(part.toString('latin1'))) answer(socket, (requests += 1));
    });
  });
  await new Promise<void>((listening) => server.listen(0, host, listening));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    connections: () => connections,
    open: () => sockets.size,
    allClosed: () =>
      new Promise((resolve) => {
        if (sockets.size === 0) resolve();
        else closed = resolve;
      }),
  };
}

/** A whole HTTP/1.1 reply. */
export function httpReply(body: string | Buffer = '', headers: readonly string[] = [], status = '200 OK') {
  const head = [`HTTP/1.1 ${status}`, ...headers, `content-length: ${body.length}`, '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body)]);
}
