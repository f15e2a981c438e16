import type { Socket } from 'node:net';

export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Calls `begin` at the first byte of each request, and what it returns when the request is there whole. */
export function readRequests(socket: Socket, begin: () => (request: ReceivedRequest) => void): void {
  let received = Buffer.alloc(0);
  let finish: ReturnType<typeof begin> | undefined;
  socket.on('data', (part) => {
    received = Buffer.concat([received, part]);
    while (received.length > 0) {
      finish ??= begin();
      const request = parseRequest(received);
      if (!request) return;
      received = received.subarray(request.size);
      finish(request);
      finish = undefined;
    }
  });
}

function parseRequest(bytes: Buffer): (ReceivedRequest & { readonly size: number }) | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
  const size = end + 4 + Number(headers['content-length'] ?? 0);
  if (bytes.length < size) return undefined;
  const [method = '', path = ''] = first.split(' ');
  return { method, path, headers, body: bytes.subarray(end + 4, size).toString(), size };
}
