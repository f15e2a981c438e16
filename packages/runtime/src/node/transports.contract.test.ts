import { createGzip, brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { endSwitch } from '../../testing/end-switch.js';
import { httpReply, serveRaw } from '../../testing/raw-server.js';
import { createFetchTransport } from '../fetch-transport.js';
import { type Transport, TransportError, type TransportReply, type TransportRequest } from '../transport.js';
import { undiciTransport } from './undici-transport.js';

const MB = 2 ** 20;
const short = { firstByteMs: 300, idleMs: 300 };
const transports: [string, (limits?: typeof short) => Transport][] = [
  ['fetch', createFetchTransport],
  ['undici', undiciTransport],
];

function request(origin: string, changes: Partial<TransportRequest> = {}): TransportRequest {
  const { onAbort } = endSwitch();
  const common = { method: 'POST', headers: { accept: 'application/json' }, body: '["GET","k"]', onAbort };
  return { url: `${origin}/`, ...common, maxBytes: 16 * MB, allowAddresses: 'loopback', ...changes };
}

const text = (reply: TransportReply) => Buffer.from(reply.body).toString();
const failure = (sending: Promise<unknown>) =>
  sending.then(
    () => expect.fail('there was a reply'),
    (error: unknown) => error,
  );

async function closedOrigin(): Promise<string> {
  const server = createHttpServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return `http://127.0.0.1:${port}`;
}

/** Zeros are the best bomb: 1,000 to one. */
async function bomb(megabytes: number): Promise<Buffer> {
  const gzip = createGzip();
  const parts: Buffer[] = [];
  gzip.on('data', (part: Buffer) => parts.push(part));
  const zeros = Buffer.alloc(MB);
  for (let index = 0; index < megabytes; index += 1) {
    await new Promise((written) => gzip.write(zeros, written));
  }
  await new Promise((ended) => gzip.end(ended));
  return Buffer.concat(parts);
}

/** Writes the part again and again, as fast as it is taken. */
function pour(socket: Socket, part: Buffer, times = Number.POSITIVE_INFINITY): void {
  let left = times;
  const more = () => {
    while (left > 0 && !socket.destroyed) {
      left -= 1;
      if (!socket.write(part)) return void socket.once('drain', more);
    }
  };
  more();
}

/** Runs it, and says how far the memory of the process went up meanwhile. */
async function peakMemory<T>(run: () => Promise<T>): Promise<{ result: T; megabytes: number }> {
  const before = process.memoryUsage.rss();
  let peak = before;
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5);
  const result = await run().finally(() => clearInterval(timer));
  return { result, megabytes: Math.round((Math.max(peak, process.memoryUsage.rss()) - before) / MB) };
}

const bodies: [string, readonly string[], Buffer][] = [
  ['plain', [], Buffer.from('{"a":1}')],
  ['empty', [], Buffer.alloc(0)],
  ['gzip', ['Content-Encoding: gzip'], gzipSync('{"a":1}')],
  ['deflate', ['Content-Encoding: deflate'], deflateSync('{"a":1}')],
  ['deflate without its wrapper', ['Content-Encoding: deflate'], deflateRawSync('{"a":1}')],
  ['br', ['Content-Encoding: BR'], brotliCompressSync('{"a":1}')],
  ['deflate in gzip', ['Content-Encoding: deflate, gzip'], gzipSync(deflateSync('{"a":1}'))],
  ['identity', ['Content-Encoding: identity'], Buffer.from('{"a":1}')],
];

const chunkedHead = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n';
const dribble = (socket: Socket, head: string) => {
  socket.write(head);
  const timer = setInterval(() => socket.write('x'), 20);
  socket.on('close', () => clearInterval(timer));
};

/** What waits is cut off by the transport's own limits. After each of these the request may have been carried out. */
const broken: [string, (socket: Socket) => void][] = [
  ['resets before the reply', (socket) => void socket.resetAndDestroy()],
  ['closes before the reply', (socket) => void socket.end()],
  [
    'breaks off in the body',
    (socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"a"'),
  ],
  ['breaks off in a chunk', (socket) => void socket.end(`${chunkedHead}10\r\n{"a"`)],
  ['breaks off between chunks', (socket) => void socket.end(`${chunkedHead}4\r\n{"a"\r\n`)],
  ['sends a status line that is none', (socket) => void socket.end('HTTP/9.9 abc\r\n\r\n')],
  ['speaks another protocol', (socket) => void socket.end('-ERR unknown command\r\n')],
  ['sends 1 MB of headers', (socket) => pour(socket, Buffer.from(`x-a: ${'a'.repeat(1000)}\r\n`), 1000)],
  [
    'sends a body that is no gzip',
    (socket) => void socket.end(httpReply('this is no gzip', ['Content-Encoding: gzip'])),
  ],
  ['is silent', () => {}],
  ['dribbles its headers', (socket) => dribble(socket, 'HTTP/1.1 200 OK\r\nx-a: ')],
  ['falls silent in the body', (socket) => void socket.write(`${chunkedHead}4\r\n{"a"\r\n`)],
  ['switches protocols', (socket) => void socket.write('HTTP/1.1 101 Switching\r\nupgrade: x\r\n\r\n')],
];

describe.each(transports)('%s', (name, create) => {
  test.each([300, 301, 302, 303, 305, 307, 308])('a %i is returned, not followed', async (status) => {
    const target = await serveRaw((socket) => void socket.end(httpReply('B')));
    const server = await serveRaw((socket) => {
      socket.end(httpReply('', [`Location: ${target.origin}/x`], `${status} Elsewhere`));
    });
    const reply = await create().send(request(server.origin));
    expect([reply.status, reply.headers['location']]).toEqual([status, `${target.origin}/x`]);
    expect(target.connections()).toBe(0);
  });

  test.each(bodies)('reads a body: %s', async (_, headers, body) => {
    const server = await serveRaw((socket) => void socket.write(httpReply(body, headers)));
    const reply = await create().send(request(server.origin));
    expect([reply.status, !!reply.truncated]).toEqual([200, false]);
    expect(text(reply)).toBe(body.length === 0 ? '' : '{"a":1}');
  });

  test('reads replies without a body', async () => {
    const head = 'HTTP/1.1 200 OK\r\ncontent-length: 7\r\ncontent-encoding: gzip\r\n\r\n';
    const none = await serveRaw((socket) => void socket.write('HTTP/1.1 204 No Content\r\n\r\n'));
    const headOnly = await serveRaw((socket) => void socket.write(head));
    expect(await create().send(request(none.origin))).toMatchObject({ status: 204, body: { length: 0 } });
    const { body: _, ...asked } = request(headOnly.origin, { method: 'HEAD' });
    expect(await create().send(asked)).toMatchObject({ status: 200, body: { length: 0 } });
  });

  test('reads chunks, bytes that are no text, and a body that the end of the connection ends', async () => {
    const bytes = Buffer.from([0, 255, 254, 10]);
    const chunked = await serveRaw((socket) => {
      socket.write(`${chunkedHead}2\r\n`);
      socket.write(Buffer.concat([bytes.subarray(0, 2), Buffer.from('\r\n2\r\n'), bytes.subarray(2)]));
      socket.write('\r\n0\r\n\r\n');
    });
    const closing = await serveRaw((socket) => void socket.end('HTTP/1.1 200 OK\r\n\r\nall of it'));
    expect(Buffer.from((await create().send(request(chunked.origin))).body)).toEqual(bytes);
    expect(text(await create().send(request(closing.origin)))).toBe('all of it');
  });

  test('passes over informational replies', async () => {
    const hints = 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n';
    const server = await serveRaw((socket) => void socket.write(hints + httpReply('ok').toString()));
    const reply = await create().send(request(server.origin));
    expect([reply.status, text(reply), reply.headers['link']]).toEqual([200, 'ok', undefined]);
  });

  test('header names are lower-case, repeated headers are one, and no name is special', async () => {
    const headers = [
      'X-One: 1',
      'x-one: 2',
      'X-Latin: caf\u00e9',
      '__proto__: a',
      '__proto__: b',
      'constructor: c',
    ];
    const server = await serveRaw((socket) => void socket.write(httpReply('ok', headers)));
    const reply = await create().send(request(server.origin));
    expect(Object.keys(reply.headers)).toContain('__proto__');
    expect(JSON.parse(JSON.stringify(reply.headers))).toEqual(
      JSON.parse(
        '{"x-one":"1, 2","x-latin":"café","__proto__":"a, b","constructor":"c","content-length":"2"}',
      ),
    );
    expect(({} as { a?: unknown }).a).toBeUndefined();
  });

  test('sends method, path, headers and body as they are', async () => {
    let sent = '';
    const http = createHttpServer((incoming, response) => {
      let body = '';
      incoming.setEncoding('utf8').on('data', (part: string) => (body += part));
      incoming.on('end', () => {
        sent = [incoming.method, incoming.url, incoming.headers['x-key'], body].join(' ');
        response.end();
      });
    });
    await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
    const { port } = http.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/v1/a%2Fb?q=%C3%A9`;
    await create().send(request('', { method: 'PATCH', url, headers: { 'x-key': 'v' }, body: '"é"' }));
    expect(sent).toBe('PATCH /v1/a%2Fb?q=%C3%A9 v "é"');
    http.closeAllConnections();
    http.close();
  });

  test.each(broken)(
    'a server that %s leaves it open whether the request was carried out',
    async (_, answer) => {
      const server = await serveRaw(answer);
      const error = await failure(create(short).send(request(server.origin)));
      expect(error).toBeInstanceOf(TransportError);
      expect(error).toMatchObject({ notSent: false, permanent: false });
      expect(server.connections()).toBe(1);
      await server.allClosed();
    },
  );

  test('a kept connection that closes when it is used again may have carried the request', async () => {
    const server = await serveRaw((socket, count) => {
      if (count === 1) socket.write(httpReply('first'));
      else socket.destroy();
    });
    const transport = create();
    expect(text(await transport.send(request(server.origin)))).toBe('first');
    // A connection is free again a moment after its reply.
    await setTimeout(20);
    const error = await failure(transport.send(request(server.origin)));
    expect(error).toMatchObject({ notSent: false });
    expect(server.connections()).toBe(1);
  });

  test('a refused connection is not sent', async () => {
    const error = await failure(create().send(request(await closedOrigin())));
    expect(error).toMatchObject({ message: 'ECONNREFUSED', notSent: true, permanent: false });
  });

  test('a gzip bomb stops at 16 MB', async () => {
    const packed = await bomb(200);
    const server = await serveRaw((socket) => {
      socket.write(httpReply(packed, ['content-encoding: gzip']));
    });
    const { result, megabytes } = await peakMemory(() => create().send(request(server.origin)));
    console.log(
      `${name}: ${packed.length} bytes for 200 MB, ${result.body.length} read, memory +${megabytes} MB`,
    );
    expect(result.truncated).toBe(true);
    expect(result.body.length).toBeLessThanOrEqual(16 * MB);
    expect(megabytes).toBeLessThan(120);
  });

  test('a bomb in a bomb stops too', async () => {
    const packed = gzipSync(await bomb(200));
    const server = await serveRaw((socket) => {
      socket.write(httpReply(packed, ['content-encoding: gzip, gzip']));
    });
    const { result, megabytes } = await peakMemory(() => create().send(request(server.origin)));
    console.log(
      `${name}: ${packed.length} bytes for 200 MB, ${result.body.length} read, memory +${megabytes} MB`,
    );
    expect(result.truncated).toBe(true);
    expect(megabytes).toBeLessThan(120);
  });

  test.each([
    [
      'of 100 MB',
      (socket: Socket) => {
        socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${100 * MB}\r\n\r\n`);
        pour(socket, Buffer.alloc(MB), 100);
      },
    ],
    [
      'without end',
      (socket: Socket) => {
        socket.write(chunkedHead);
        pour(socket, Buffer.from(`10000\r\n${'x'.repeat(0x10000)}\r\n`));
      },
    ],
  ])('a body %s stops at 16 MB', async (_, answer) => {
    const server = await serveRaw(answer);
    const { result, megabytes } = await peakMemory(() => create().send(request(server.origin)));
    expect(result.truncated).toBe(true);
    expect(result.body.length).toBeLessThanOrEqual(16 * MB);
    expect(megabytes).toBeLessThan(120);
  });

  test.each([
    ['before it starts', undefined],
    ['while it waits', (socket: Socket) => void socket.resume()],
    ['in the body', (socket: Socket) => dribble(socket, 'HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n')],
  ])('an abort %s ends the request and its connection', async (when, answer) => {
    const { onAbort, end } = endSwitch();
    let since = performance.now();
    const abort = () => {
      since = performance.now();
      end();
    };
    const server = await serveRaw((socket) => {
      answer?.(socket);
      void setTimeout(30).then(abort);
    });
    if (!answer) abort();
    const sending = failure(create().send(request(server.origin, { onAbort })));
    expect(await sending).toMatchObject({ notSent: !answer && name === 'undici' });
    const milliseconds = performance.now() - since;
    await server.allClosed();
    console.log(`${name}: aborted ${when}: told after ${milliseconds.toFixed(1)} ms, closed`);
    expect(server.connections()).toBe(answer ? 1 : 0);
  });
});
