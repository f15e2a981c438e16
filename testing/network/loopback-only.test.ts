/** The guard that every test runs under (`setupFiles` of vitest.config.ts). */
import { execFile, execFileSync } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { createServer } from 'node:http';
import { type AddressInfo, connect, createServer as createSocketServer } from 'node:net';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { connect as connectTls } from 'node:tls';
import { undiciTransport } from '@kosmokrator/runtime/undici';
import { execute, fetchTransport } from '@kosmokrator/runtime';
import { expect, onTestFinished, test } from 'vitest';
import { account, operation } from '../operation.js';

const hosts = ['api.vendor.example', '192.0.2.1', '[2001:db8::1]'];
const refused = (host: string) => `tests dial loopback only, not ${host.replace(/[[\]]/g, '')}: `;

/** Messages of an error and of all its causes. */
function messages(error: unknown): string {
  return error instanceof Error ? `${error.message}\n${messages(error.cause)}` : '';
}

async function serveOk(): Promise<string> {
  const server = createServer((_, response) => response.end('ok')).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test.each(hosts)('fetch does not dial %s', async (host) => {
  const failed = await fetch(`https://${host}/`).catch((error: unknown) => error);
  expect(messages(failed)).toContain(refused(host));
});

test.each(hosts)('sockets, plain and of TLS, do not dial %s', async (name) => {
  const host = name.replace(/[[\]]/g, '');
  const at = { host, port: 443 };
  for (const dial of [() => connect(at), () => connectTls(at)]) {
    const [error] = (await once(dial(), 'error').catch((failed: unknown) => [failed])) as [Error];
    expect(error.message).toContain(refused(host));
  }
});

test('a lookup of a test may give any name an address of loopback, and no other', async () => {
  const port = Number((await serveOk()).split(':')[1]);
  const dial = (address: string) =>
    connect({
      host: 'api.vendor.example',
      port,
      lookup: (_, __, done) => done(null, [{ address, family: 4 }]),
    });
  const socket = dial('127.0.0.1');
  await once(socket, 'connect');
  socket.destroy();
  const [error] = (await once(dial('192.0.2.1'), 'error').catch((failed: unknown) => [failed])) as [Error];
  expect(error.message).toContain(refused('api.vendor.example (192.0.2.1)'));
});

test('names are not asked of a server', async () => {
  await expect(lookup('api.vendor.example')).rejects.toThrow(refused('api.vendor.example'));
  expect((await lookup('localhost')).address).toMatch(/^127\.|^::1$/);
});

test.each([
  ['fetch', fetchTransport],
  ['undici', undiciTransport()],
])('a call over %s names the host that it does not reach', async (_name, transport) => {
  const baseUrls = { api: 'https://api.vendor.example' };
  const called = execute(operation(), {}, { ...account, baseUrls, transport, maxRetries: 0 });
  await expect(called).rejects.toThrow('https://api.vendor.example cannot be reached');
});

const program = (url: string) =>
  `fetch(${JSON.stringify(url)}).then((r) => r.text()).catch((e) => e.cause.message).then((t) => console.log(t))`;

test('processes that a test starts dial loopback only, whatever their environment', async () => {
  const at = await serveOk();
  const env = { PATH: process.env['PATH'] };
  const run = async (url: string) =>
    (await promisify(execFile)(process.execPath, ['-e', program(url)], { env })).stdout;
  expect(await run(`http://${at}/`)).toBe('ok\n');
  expect(await run('https://api.vendor.example/')).toContain(refused('api.vendor.example'));
  expect(execFileSync(process.execPath, ['-e', program('http://192.0.2.1/')], { env }).toString()).toContain(
    refused('192.0.2.1'),
  );
});

test('loopback and sockets of the file system work', async () => {
  expect(await (await fetch(`http://${await serveOk()}/`)).text()).toBe('ok');
  const folder = mkdtempSync(join(tmpdir(), 'kosmo-socket-'));
  const path = join(folder, 'socket');
  const server = createSocketServer((socket) => socket.end('ok')).listen(path);
  await once(server, 'listening');
  const socket = connect(path);
  const [data] = (await once(socket, 'data')) as [Buffer];
  expect(data.toString()).toBe('ok');
  server.close();
  rmSync(folder, { recursive: true });
});
