import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { endSwitch } from '../../testing/end-switch.js';
import { dribble } from '@kosmokrator/testing/servers/raw-answers';
import { serveRaw } from '@kosmokrator/testing/servers/raw-server';
import { failure, request } from '../../testing/transport-request.js';
import { transports } from '../../testing/transports.js';

describe.each(transports)('%s', (name, create) => {
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
