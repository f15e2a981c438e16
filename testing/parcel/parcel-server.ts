import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface ParcelServer {
  /** What makes a host call this server. */
  readonly env: Readonly<Record<string, string>>;
  /** `GET /parcels` and the like, in order. */
  readonly requests: string[];
  /** Requests that still wait for their answer. */
  open(): number;
  close(): Promise<void>;
}

/** The service behind the fixture: /count, /parcels, /parcels/{id}; `slow` never answers, `none` is 404, a token with `wrong` in it 401, `big` has 5 MB. */
export async function startParcelServer(): Promise<ParcelServer> {
  const requests: string[] = [];
  let open = 0;
  const server = createServer(async (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    open += 1;
    response.once('close', () => (open -= 1));
    const send = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (request.url === '/parcels/slow') return;
    if (request.headers.authorization?.includes('wrong')) return send(401, { message: 'unknown token' });
    if (request.method === 'POST') return send(200, { sent: JSON.parse((await text(request)) || 'null') });
    if (request.url === '/parcels/none') return send(404, { message: 'no such parcel' });
    if (request.url === '/parcels/big') return send(200, { id: 'big', weight: 'x'.repeat(5_000_000) });
    if (request.url === '/count') return send(200, 3);
    if (request.url === '/parcels') return send(200, [{ id: 'a' }, { id: 'b' }]);
    send(200, { id: request.url!.split('/')[2], weight: null });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    env: {
      PARCEL_TOKEN: 'secret-token',
      KOSMO_PARCEL_POST_MAIN_BASE_URL: url,
      KOSMO_ALLOW_LOOPBACK_HTTP: '1',
    },
    requests,
    open: () => open,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
