import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { chunkedHead } from '@kosmokrator/testing/servers/raw-answers';
import { httpReply, serveRaw } from '@kosmokrator/testing/servers/raw-server';
import { request, text } from '../../testing/transport-request.js';
import { transports } from '../../testing/transports.js';

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
});
