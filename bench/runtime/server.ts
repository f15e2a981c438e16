/**
 * Answers every request at once with the value of one key, as the Redis REST API does: in base64 for clients that
 * ask for it. As little as possible besides, so that the clients are what is measured.
 */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

const plain = '{"result":"Ada Lovelace"}';
const base64 = '{"result":"QWRhIExvdmVsYWNl"}';
const replies = { plain: reply(plain), base64: reply(base64) };

const server = createServer((socket) => {
  let pending = '';
  socket.setNoDelay(true);
  socket.on('error', () => {});
  socket.on('data', (part) => {
    pending += part.toString('latin1');
    for (let end = requestEnd(pending); end !== undefined; end = requestEnd(pending)) {
      const request = pending.slice(0, end);
      pending = pending.slice(end);
      socket.write(answer(request));
    }
  });
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());

function answer(request: string): Buffer {
  const encoding = /^upstash-encoding: base64/im.test(request) ? 'base64' : 'plain';
  if (!request.startsWith('POST /pipeline ')) return replies[encoding];
  const commands = JSON.parse(request.slice(request.indexOf('\r\n\r\n'))) as unknown[];
  return reply(`[${commands.map(() => (encoding === 'base64' ? base64 : plain)).join(',')}]`);
}

/** Where the first whole request in a text ends. */
function requestEnd(text: string): number | undefined {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return undefined;
  const length = Number(/^content-length: (\d+)/im.exec(text.slice(0, head))?.[1] ?? 0);
  const end = head + 4 + length;
  return text.length < end ? undefined : end;
}

function reply(body: string): Buffer {
  const head = ['HTTP/1.1 200 OK', 'content-type: application/json', `content-length: ${body.length}`];
  return Buffer.from(`${head.join('\r\n')}\r\nconnection: keep-alive\r\n\r\n${body}`);
}
