import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One reply of an example. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A JSON value, or text. */
  readonly body: unknown;
}

/** What a surface sent, reduced to what has to be the same on every surface. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const comparedHeaders = ['authorization', 'content-type', 'accept', 'idempotency-key'];

/** Serves an example's replies in order and remembers the requests. */
export async function startReplayServer() {
  let replies: readonly Reply[] = [];
  let seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    void readRequest(request).then((one) => {
      const reply = replies[seen.length] ?? {
        status: 599,
        body: { error: 'the example has no more replies' },
      };
      seen.push(one);
      const isText = typeof reply.body === 'string' && reply.headers?.['content-type'] !== 'application/json';
      response.writeHead(reply.status, {
        'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json',
        ...reply.headers,
      });
      response.end(isText ? (reply.body as string) : JSON.stringify(reply.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Forgets the requests so far and serves these replies next. */
    serve(next: readonly Reply[]) {
      replies = next;
      seen = [];
    },
    requests: () => seen,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type ReplayServer = Awaited<ReturnType<typeof startReplayServer>>;

async function readRequest(request: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = comparedHeaders.flatMap((name) => {
    const value = request.headers[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks).toString('utf8'),
  };
}
