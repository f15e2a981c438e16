import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { onTestFinished } from 'vitest';

export interface ConnectProxy {
  readonly address: string;
  /** What was asked for, with the proof that came with it: `a.example:443`, `a.example:443 Basic …`. */
  readonly asked: string[];
  /** Resolves when somebody has asked, and when nobody waits any more. */
  readonly opened: Promise<void>;
  readonly closed: Promise<void>;
}

/**
 * An HTTP proxy on loopback for one test, which makes tunnels only. Whatever host is asked for, it leads to `port` of this
 * machine; without one, `answer` is its whole answer, or there is none.
 */
export async function serveProxy({
  port,
  answer,
}: {
  port?: number;
  answer?: string;
}): Promise<ConnectProxy> {
  const asked: string[] = [];
  let [open, close] = [() => {}, () => {}];
  const opened = new Promise<void>((resolve) => (open = resolve));
  const closed = new Promise<void>((resolve) => (close = resolve));
  const server = createServer((_request, response) => response.writeHead(400).end('tunnels only'));
  server.on('connect', (request, socket) => {
    asked.push([request.url, request.headers['proxy-authorization']].filter(Boolean).join(' '));
    socket
      .on('error', () => {})
      .on('end', () => socket.end())
      .on('close', close);
    open();
    if (port === undefined) {
      if (answer !== undefined) socket.end(answer);
      socket.resume();
      return;
    }
    const upstream = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, opened, closed };
}
