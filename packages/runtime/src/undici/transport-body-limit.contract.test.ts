import { createGzip, gzipSync } from 'node:zlib';
import type { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { chunkedHead, pour } from '@kosmokrator/testing/servers/raw-answers';
import { httpReply, serveRaw } from '@kosmokrator/testing/servers/raw-server';
import { request } from '../../testing/transport-request.js';
import { transports } from '../../testing/transports.js';

const MB = 2 ** 20;

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

/** Runs it, and says how far the memory of the process went up meanwhile. */
async function peakMemory<T>(run: () => Promise<T>): Promise<{ result: T; megabytes: number }> {
  const before = process.memoryUsage.rss();
  let peak = before;
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5);
  const result = await run().finally(() => clearInterval(timer));
  return { result, megabytes: Math.round((Math.max(peak, process.memoryUsage.rss()) - before) / MB) };
}

describe.each(transports)('%s', (name, create) => {
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
});
