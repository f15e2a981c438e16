import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { chunkedHead, dribble, pour } from '@kosmokrator/testing/servers/raw-answers';
import { httpReply, serveRaw } from '@kosmokrator/testing/servers/raw-server';
import { failure, request, text } from '../../testing/transport-request.js';
import { short, transports } from '../../testing/transports.js';
import { TransportError } from '../transport.js';
import { undiciTransport } from './undici-transport.js';

async function closedOrigin(): Promise<string> {
  const server = createHttpServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return `http://127.0.0.1:${port}`;
}

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

test.each([
  ['-ERR unknown command\r\n', 'the reply is not HTTP'],
  ['SSH-2.0-OpenSSH_9.6\r\n', 'the reply is not HTTP'],
  ['HTTP/1.1 000 X\r\ncontent-length: 0\r\n\r\n', 'the reply is not HTTP'],
  ['HTTP/2 200 OK\r\n\r\n', 'the reply is not HTTP'],
  ['HTTP/1.1 101 Switching\r\nupgrade: x\r\n\r\n', 'the reply is not HTTP'],
  ['', 'the connection was closed'],
])('undici: %j is told for what it is', async (bytes, message) => {
  const server = await serveRaw((socket) => void socket.end(bytes));
  expect(await failure(undiciTransport(short).send(request(server.origin)))).toMatchObject({ message });
  await server.allClosed();
});

test('undici: a service without TLS', async () => {
  const server = createHttpServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const error = await failure(undiciTransport(short).send(request(`https://127.0.0.1:${port}`)));
  server.close();
  expect(error).toMatchObject({ message: 'the service does not speak TLS', notSent: true });
});

describe.each(transports)('%s', (_name, create) => {
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
    expect(error).toMatchObject({
      message: expect.stringMatching(/^(connection refused|no connection)$/),
      notSent: true,
      permanent: false,
    });
  });
});
