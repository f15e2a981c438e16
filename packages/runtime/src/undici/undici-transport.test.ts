import type { Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { endSwitch } from '../../testing/end-switch.js';
import { account, operation } from '../../testing/operation.js';
import { httpReply, serveRaw } from '@kosmokrator/testing/servers/raw-server';
import { failure } from '../../testing/transport-request.js';
import { execute } from '../index.js';
import { TransportError, type TransportRequest } from '../transport.js';
import { undiciTransport, type UndiciTransportOptions } from './undici-transport.js';

function request(url: string, changes: Partial<TransportRequest> = {}): TransportRequest {
  const common = { method: 'POST', headers: {}, body: '{}', onAbort: endSwitch().onAbort, maxBytes: 2 ** 24 };
  return { url, ...common, allowAddresses: 'loopback', ...changes };
}

function create(options?: UndiciTransportOptions) {
  const transport = undiciTransport(options);
  onTestFinished(() => transport.close());
  return transport;
}

test.each([
  ['that was not asked for', 'zstd'],
  ['of several, one unknown', 'gzip, compress'],
  ['inherited from Object', 'constructor'],
  ['in too many layers', 'gzip, gzip, gzip'],
])('refuses an encoding %s', async (_, encoding) => {
  const server = await serveRaw((socket) => {
    socket.write(httpReply('x', [`content-encoding: ${encoding}`]));
  });
  const error = await failure(create().send(request(server.origin)));
  expect(error).toBeInstanceOf(TransportError);
  expect(error).toMatchObject({ notSent: false, permanent: true });
  await server.allClosed();
});

test('compressed bytes that decode to nothing do not go on for ever', async () => {
  // An empty gzip member, of which any number may follow one another.
  const member = Buffer.from('1f8b080000000000000303000000000000000000', 'hex');
  const server = await serveRaw((socket) => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\n');
    const more = () => {
      while (!socket.destroyed && socket.write(Buffer.concat(Array(1000).fill(member))));
    };
    socket.on('drain', more);
    more();
  });
  const reply = await create().send(request(server.origin, { maxBytes: 50_000 }));
  expect(reply).toMatchObject({ truncated: true, body: { length: 0 } });
  await server.allClosed();
});

test('keeps connections, and none across address rules', async () => {
  const server = await serveRaw((socket) => void socket.write(httpReply('ok')));
  const transport = create();
  for (let count = 0; count < 5; count += 1) {
    await transport.send(request(server.origin));
    await setTimeout(5);
  }
  expect(server.connections()).toBe(1);
  const strict = request(server.origin, { allowAddresses: 'public' });
  expect(await failure(transport.send(strict))).toMatchObject({ notSent: true, permanent: true });
  await transport.send(request(server.origin, { allowAddresses: 'private' }));
  expect(server.connections()).toBe(2);
});

test('an abort opens no connection of its own', async () => {
  const { onAbort, end } = endSwitch();
  const server = await serveRaw(() => end());
  await failure(create().send(request(server.origin, { onAbort })));
  await server.allClosed();
  await setTimeout(50);
  expect(server.connections()).toBe(1);
});

test('an abort ends a connection that is not made yet', async () => {
  const { onAbort, end } = endSwitch();
  // It never answers the greeting of TLS.
  const server = await serveRaw(() => {});
  const url = server.origin.replace('http:', 'https:');
  const sending = failure(create().send(request(url, { onAbort })));
  while (server.open() === 0) await setTimeout(5);
  end();
  expect(await sending).toMatchObject({ message: 'aborted', notSent: true });
  await server.allClosed();
});

test('a connection that takes too long is not sent', async () => {
  const server = await serveRaw(() => {});
  const url = server.origin.replace('http:', 'https:');
  const error = await failure(create({ connectMs: 100 }).send(request(url)));
  expect(error).toMatchObject({ message: 'no connection in time', notSent: true, permanent: false });
  await server.allClosed();
});

test('what waits for a connection can be given up, and was not sent', async () => {
  const asked: Socket[] = [];
  const server = await serveRaw((socket) => void asked.push(socket));
  const transport = create({ connections: 1 });
  const first = transport.send(request(server.origin));
  while (asked.length === 0) await setTimeout(5);
  const { onAbort, end } = endSwitch();
  const second = failure(transport.send(request(server.origin, { onAbort })));
  const third = transport.send(request(server.origin));
  end();
  expect(await second).toMatchObject({ message: 'aborted', notSent: true });
  asked[0]!.write(httpReply('ok'));
  await first;
  while (asked.length === 1) await setTimeout(5);
  asked[1]!.write(httpReply('ok'));
  await third;
  expect([asked.length, server.connections()]).toEqual([2, 1]);
});

test('every one of 1,000 calls to a closed port is told', async () => {
  const transport = create({ connections: 10 });
  const calls = Array.from({ length: 1000 }, () => failure(transport.send(request('http://127.0.0.1:1'))));
  for (const error of await Promise.all(calls))
    expect(error).toMatchObject({ message: 'connection refused', notSent: true });
});

test.each([
  ['cancelled', () => ({ signal: AbortSignal.timeout(100) })],
  ['timeout', () => ({ timeoutMs: 100 })],
])('a call that is over closes its connection: %s', async (code, options) => {
  const server = await serveRaw(() => {});
  const as = { ...account, transport: create(), allowLoopbackHttp: true, baseUrls: { api: server.origin } };
  const error = await execute(operation(), {}, as, options()).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code, outcome: 'unknown' });
  await server.allClosed();
  expect(server.connections()).toBe(1);
});

test('closing lets what runs end, and takes nothing new', async () => {
  const asked: Socket[] = [];
  const server = await serveRaw((socket) => void asked.push(socket));
  const transport = undiciTransport();
  const running = transport.send(request(server.origin));
  while (asked.length === 0) await setTimeout(5);
  const closing = transport.close();
  expect(await failure(transport.send(request(server.origin)))).toMatchObject({ notSent: true });
  await setTimeout(20);
  asked[0]!.write(httpReply('done'));
  expect(Buffer.from((await running).body).toString()).toBe('done');
  await closing;
  await server.allClosed();
});

test('an error says nothing of addresses, headers or bodies', async () => {
  const server = await serveRaw((socket) => void socket.end('HTTP/1.1 canary 1\r\n\r\n'));
  const headers = { authorization: 'Bearer canary' };
  const error = (await failure(create().send(request(server.origin, { headers })))) as Error;
  expect(error.cause).toBeUndefined();
  expect(JSON.stringify(error) + error.message + error.stack).not.toContain('canary');
  const invalid = request(server.origin, { headers: { 'x-a': 'canary\r\nx-b: 1' } });
  expect(await failure(create().send(invalid))).toMatchObject({
    message: 'UND_ERR_INVALID_ARG',
    notSent: true,
  });
});
