import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApiHandler, ApiReply } from './api-message.js';
import { readBody } from './read-body.js';

export interface ListenOptions {
  /** Address to bind; the port is always a free one. */
  readonly host: string;
  readonly handle: ApiHandler;
  readonly maxBodyBytes: number;
  /** Answer to a body over `maxBodyBytes`. */
  readonly oversized: (bytes: number, headers: IncomingHttpHeaders) => ApiReply;
  /** Answer to a bug in the emulator. */
  readonly failed: (headers: IncomingHttpHeaders) => ApiReply;
  /** Called when the head of a request has arrived; the path is without query. */
  readonly onRequest: (method: string, path: string) => void;
}

export interface Listener {
  /** `http://<host>:<port>`, no slash at the end. */
  readonly url: string;
  /** Stops accepting, gives running requests half a second, then cuts them off. */
  close(): Promise<void>;
}

/** Starts an HTTP server on a free port. A client gets 10 s for the head of a request and 30 s for all of it. */
export async function listen(options: ListenOptions): Promise<Listener> {
  const timeouts = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 };
  const server = createServer({ ...timeouts, connectionsCheckingInterval: 5_000 });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://${options.host}:${port}`;
  server.on('request', (message, response) => void answer(message, response, url, options));
  let closed: Promise<void> | undefined;
  return { url, close: () => (closed ??= closeServer(server)) };
}

async function answer(
  message: IncomingMessage,
  response: ServerResponse,
  origin: string,
  options: ListenOptions,
): Promise<void> {
  const method = message.method ?? 'GET';
  const [path = '/', search = ''] = splitTarget(message.url ?? '/');
  options.onRequest(method, path);
  try {
    const body = await readBody(message, options.maxBodyBytes);
    if ('oversizedBytes' in body) {
      response.setHeader('connection', 'close');
      return send(response, options.oversized(body.oversizedBytes, message.headers));
    }
    const query = new URLSearchParams(search);
    send(response, await options.handle({ method, path, query, headers: message.headers, body, origin }));
  } catch {
    // Either the client has gone, and nobody reads this, or the service has a bug that no input explains.
    if (!response.headersSent) send(response, options.failed(message.headers));
  }
}

function splitTarget(target: string): [string, string] {
  const mark = target.indexOf('?');
  return mark < 0 ? [target, ''] : [target.slice(0, mark), target.slice(mark + 1)];
}

function send(response: ServerResponse, reply: ApiReply): void {
  const body = Buffer.from(reply.body);
  response.writeHead(reply.status, { ...reply.headers, 'content-length': body.length });
  response.end(body);
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => server.closeAllConnections(), 500);
    server.close(() => {
      clearTimeout(cutOff);
      resolve();
    });
    server.closeIdleConnections();
  });
}
