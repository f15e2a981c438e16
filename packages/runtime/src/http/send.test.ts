import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { account, operation, withTransport, writeOperation } from '../../testing/operation.js';
import { reply } from '@kosmokrator/testing/replay';
import { serve } from '@kosmokrator/testing/servers/serve';
import {
  type Account,
  type CallOptions,
  execute,
  type KosmoError,
  type Operation,
  TransportError,
} from '../index.js';

const read = operation();
const write = writeOperation();
const keyed = writeOperation({ idempotency: 'keyed' });

/** What one attempt comes to; `retry.test.ts` has the rest. */
async function failure(fn: Operation, as: Account, options?: CallOptions): Promise<KosmoError> {
  return execute(fn, {}, as, { maxRetries: 0, ...options }).then(
    () => expect.fail('the call succeeded'),
    (error: unknown) => error as KosmoError,
  );
}

const failing = (error: unknown) => withTransport({ send: () => Promise.reject(error) });

test('nothing sent: safe to repeat, whatever the function', async () => {
  const refused = failing(new TransportError('ECONNREFUSED', { notSent: true }));
  for (const fn of [read, write]) {
    const error = await failure(fn, refused);
    expect(error).toMatchObject({ code: 'network_error', outcome: 'not_sent', retryable: true, attempts: 1 });
    expect(error.message).toBe('https://a.vendor.example cannot be reached: ECONNREFUSED');
  }
});

test('the error of a transport from another copy of the package is understood', async () => {
  const other = Object.assign(new Error('ECONNREFUSED'), { name: 'TransportError', notSent: true });
  expect(await failure(write, failing(other))).toMatchObject({ outcome: 'not_sent', retryable: true });
});

test('a bad certificate is never worth another try', async () => {
  const bad = failing(new TransportError('CERT_HAS_EXPIRED', { notSent: true, permanent: true }));
  expect(await failure(read, bad)).toMatchObject({
    code: 'network_error',
    outcome: 'not_sent',
    retryable: false,
  });
});

test.each([
  ['says it may have been sent', new TransportError('ECONNRESET', { notSent: false })],
  ['throws anything else', new Error('https://x?token=canary')],
])('maybe sent, when the transport %s', async (_, thrown) => {
  const lost = failing(thrown);
  expect(await failure(read, lost)).toMatchObject({
    code: 'network_error',
    outcome: 'unknown',
    retryable: true,
  });
  expect(await failure(keyed, lost)).toMatchObject({
    code: 'network_error',
    outcome: 'unknown',
    retryable: true,
  });
  const error = await failure(write, lost);
  expect(error).toMatchObject({ code: 'outcome_unknown', outcome: 'unknown', retryable: false });
  expect(error.message).toContain('the write may have happened; check before you repeat it');
  expect(JSON.stringify(error)).not.toContain('canary');
});

test('a transport that throws instead of rejecting is no different', async () => {
  const send = (): never => {
    throw new Error('https://x?token=canary');
  };
  const error = await failure(write, withTransport({ send }));
  expect(error).toMatchObject({ code: 'outcome_unknown', outcome: 'unknown', attempts: 1 });
  expect(error.message).not.toContain('canary');
});

test('a write that failed after an earlier write of the same call may have happened', async () => {
  let calls = 0;
  const transport = {
    async send() {
      calls += 1;
      if (calls === 1) return reply({});
      throw new TransportError('ECONNREFUSED', { notSent: true });
    },
  };
  const steps = [write.steps[0]!, { ...write.steps[0]!, name: 'second' }];
  expect(await failure(writeOperation({ steps }), withTransport(transport))).toMatchObject({
    code: 'network_error',
    outcome: 'unknown',
    retryable: false,
    attempts: 2,
  });
});

const silent: Account = withTransport({ send: () => new Promise(() => {}) });

test('the deadline ends a call even when the transport does not', async () => {
  const error = await failure(read, silent, { timeoutMs: 5 });
  expect(error).toMatchObject({
    code: 'timeout',
    outcome: 'unknown',
    retryable: true,
    message: 'no reply within 5 ms',
  });
  expect(await failure(read, { ...silent, timeoutMs: 5 })).toMatchObject({ code: 'timeout' });
  expect(await failure(write, silent, { timeoutMs: 5 })).toMatchObject({
    code: 'outcome_unknown',
    retryable: false,
  });
});

test('the caller can cancel, before and during', async () => {
  expect(await failure(write, silent, { signal: AbortSignal.abort() })).toMatchObject({
    code: 'cancelled',
    outcome: 'not_sent',
    attempts: 0,
  });
  for (const fn of [read, write]) {
    const controller = new AbortController();
    const call = failure(fn, silent, { signal: controller.signal });
    setImmediate(() => controller.abort());
    expect(await call).toMatchObject({
      code: 'cancelled',
      outcome: 'unknown',
      retryable: false,
      attempts: 1,
    });
  }
});

test('an abort closes the connection', async () => {
  const controller = new AbortController();
  let closed: () => void;
  const closing = new Promise<void>((resolve) => (closed = resolve));
  const local = await serve((request) => {
    request.socket.on('close', () => closed());
    controller.abort();
  });
  expect(await failure(read, local, { signal: controller.signal })).toMatchObject({ code: 'cancelled' });
  await closing;
});

test('a refused connection and an unknown host are not sent', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  const local = { ...account, allowLoopbackHttp: true, baseUrls: { api: `http://127.0.0.1:${port}` } };
  expect(await failure(write, local)).toMatchObject({
    code: 'network_error',
    outcome: 'not_sent',
    retryable: true,
  });
});

test.each([
  ['closes without an answer', ''],
  ['breaks off in the body', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"a"'],
  ['breaks off in a chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n10\r\n{"a"'],
])('a server that %s leaves a write unknown', async (_, text) => {
  const server = createServer((socket) => socket.once('data', () => socket.end(text)));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const local = { ...account, allowLoopbackHttp: true, baseUrls: { api: `http://127.0.0.1:${port}` } };
  expect(await failure(write, local)).toMatchObject({
    code: 'outcome_unknown',
    retryable: false,
    attempts: 1,
  });
  expect(await failure(read, local)).toMatchObject({
    code: 'network_error',
    outcome: 'unknown',
    retryable: true,
  });
});

test.each([301, 302, 303, 307, 308])('a %i is an error that names the target origin only', async (status) => {
  let asked = 0;
  const target = await serve((_, response) => void response.end(String((asked += 1))));
  const local = await serve((_, response) => {
    response.writeHead(status, { location: `${target.origin}/x?secret=1` }).end();
  });
  const error = await failure(read, local);
  expect(error).toMatchObject({ code: 'api_error', status, retryable: false });
  expect(error.message).toBe(`redirect not followed: ${target.origin}`);
  expect(asked).toBe(0);
});

test.each(['file:///etc/passwd', 'data:,x', 'foo://bar', '/login', '//', ''])(
  'a redirect to %j names no origin',
  async (location) => {
    const local = await serve((_, response) => void response.writeHead(302, { location }).end());
    const error = await failure(read, local);
    expect(error.message).toBe('redirect not followed');
  },
);

test('counts the size of a reply after decompression', async () => {
  const bomb = gzipSync(Buffer.alloc(17 * 1024 * 1024, 'a'));
  const local = await serve((_, response) => void response.setHeader('content-encoding', 'gzip').end(bomb));
  expect(bomb.length).toBeLessThan(100_000);
  expect(await failure(read, local)).toMatchObject({ code: 'limit_exceeded', status: 200, outcome: 'done' });
});

test('stops reading a body without end', async () => {
  const local = await serve((request, response) => {
    const more = () => response.write(Buffer.alloc(65_536, 'a')) || !request.socket.destroyed;
    response.on('drain', more);
    while (response.write(Buffer.alloc(65_536, 'a')));
  });
  expect(await failure(read, local)).toMatchObject({ code: 'limit_exceeded', outcome: 'done' });
});

test('invalid UTF-8 and HTML are bad_response and say what came', async () => {
  const bytes = withTransport({
    send: async () => ({ status: 200, headers: {}, body: Uint8Array.of(34, 0xff, 34) }),
  });
  expect(await failure(read, bytes)).toMatchObject({
    code: 'bad_response',
    message: 'the reply is not valid UTF-8',
  });
  const html = withTransport({
    send: async () =>
      reply(`<html>\n\u001b[31m\u202e${'x'.repeat(300)}`, 200, { 'content-type': 'text/html' }),
  });
  const error = await failure(write, html);
  // A login page can have said it: nobody knows whether the write has happened.
  expect(error).toMatchObject({ code: 'bad_response', status: 200, outcome: 'unknown', retryable: false });
  expect(error.message).toMatch(
    /^the reply is not JSON: 200 text\/html <html>\\u\{a\}\\u\{1b\}\[31m\\u\{202e\}x+…; the write may have happened; check before you repeat it$/,
  );
});
