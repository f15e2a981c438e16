import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { jsonReply, type ApiHandler } from './api-message.js';
import { listen, type Listener } from './listen.js';

const open: Listener[] = [];
afterEach(async () => {
  for (const listener of open.splice(0)) await listener.close();
});

async function start(handle: ApiHandler, maxBodyBytes = 1000) {
  const paths: string[] = [];
  const listener = await listen({
    host: '127.0.0.1',
    handle,
    maxBodyBytes,
    oversized: (bytes) => jsonReply(400, { bytes }),
    failed: () => jsonReply(500, 'failed'),
    onRequest: (method, path) => void paths.push(`${method} ${path}`),
  });
  open.push(listener);
  return { ...listener, paths };
}

async function dial(url: string, text: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(text);
  return socket;
}

test('hands over the path as it was written, the query apart, and its own origin', async () => {
  const { url, paths } = await start(({ path, query, origin }) => jsonReply(200, [path, [...query], origin]));
  const response = await fetch(`${url}/a%2Fb?c=d%20e&c=2`);
  expect(await response.json()).toEqual([
    '/a%2Fb',
    [
      ['c', 'd e'],
      ['c', '2'],
    ],
    url,
  ]);
  expect(paths).toEqual(['GET /a%2Fb']);
});

test('answers a bug of a handler with 500 and lives on', async () => {
  const { url } = await start(({ path }) => {
    if (path === '/bug') throw new Error('with a secret in it');
    return jsonReply(200, 'fine');
  });
  const response = await fetch(`${url}/bug`);
  expect([response.status, await response.json()]).toEqual([500, 'failed']);
  expect((await fetch(url)).status).toBe(200);
});

test('answers a body over the limit, with a stated length or without, and drops it', async () => {
  const { url } = await start(() => jsonReply(200, 'fine'));
  const stated = await fetch(url, { method: 'POST', body: 'x'.repeat(1001) });
  expect([stated.status, await stated.json()]).toEqual([400, { bytes: 1001 }]);
  const body = new Blob(['x'.repeat(3000)]).stream();
  const chunked = await fetch(url, { method: 'POST', body, duplex: 'half' } as RequestInit);
  expect([chunked.status, await chunked.json()]).toEqual([400, { bytes: 3000 }]);
  expect((await fetch(url, { method: 'POST', body: 'x'.repeat(1000) })).status).toBe(200);
});

test('cuts off a body that does not end', async () => {
  const { url } = await start(() => jsonReply(200, 'fine'));
  const socket = await dial(url, 'POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n');
  socket.on('error', () => undefined);
  const closed = once(socket, 'close');
  const chunk = `400\r\n${'x'.repeat(1024)}\r\n`;
  const more = setInterval(() => socket.writable && socket.write(chunk), 1);
  socket.resume();
  await closed;
  clearInterval(more);
  expect((await fetch(url)).status).toBe(200);
});

test('serves others while a slow client is still sending', async () => {
  const { url } = await start(({ body }) => jsonReply(200, body.toString()));
  const slow = await dial(url, 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 3\r\n\r\na');
  expect((await fetch(url, { method: 'POST', body: 'quick' })).status).toBe(200);
  slow.write('bc');
  const [answer] = (await once(slow, 'data')) as [Buffer];
  expect(answer.toString()).toContain('"abc"');
  slow.destroy();
});

test('does not mind a client that leaves in the middle', async () => {
  const { url } = await start(() => jsonReply(200, 'fine'));
  const socket = await dial(url, 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\na');
  socket.destroy();
  await once(socket, 'close');
  expect((await fetch(url)).status).toBe(200);
});

test('answers garbage with 400', async () => {
  const { url } = await start(() => jsonReply(200, 'fine'));
  const socket = await dial(url, 'NOT HTTP\r\n\r\n');
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 400 /);
  socket.destroy();
});

test('closes while a client hangs, once, whoever asks', async () => {
  const listener = await start(() => jsonReply(200, 'fine'));
  const hanging = await dial(listener.url, 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\na');
  hanging.on('error', () => undefined);
  const gone = once(hanging, 'close');
  hanging.resume();
  await Promise.all([listener.close(), listener.close()]);
  await gone;
  await expect(fetch(listener.url)).rejects.toThrow('fetch failed');
});
