import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { makeCertificates } from '@kosmokrator/testing/certificates';
import { serveProxy } from '@kosmokrator/testing/servers/connect-proxy';
import { httpReply, serveRaw } from '@kosmokrator/testing/servers/raw-server';
import { endSwitch } from '../../testing/end-switch.js';
import { failure } from '../../testing/transport-request.js';
import type { TransportError, TransportRequest } from '../transport.js';
import type { Resolve } from './check-address.js';
import type { Proxies } from './proxy-agent.js';
import { undiciTransport } from './undici-transport.js';

function request(url: string, changes: Partial<TransportRequest> = {}): TransportRequest {
  const common = { method: 'POST', headers: {}, body: '{}', onAbort: endSwitch().onAbort, maxBytes: 2 ** 24 };
  return { url, ...common, ...changes };
}

/** What the error of a request says. */
async function failed(sending: Promise<unknown>) {
  const { message, notSent, permanent = false } = (await failure(sending)) as TransportError;
  return { message, notSent, permanent };
}

/** Fails the test where a name is looked up. */
const failingResolve: Resolve = (hostname) => expect.fail(`${hostname} was looked up`);

function create(proxies: Proxies, resolve: Resolve = failingResolve) {
  const transport = undiciTransport({ proxies, resolve });
  onTestFinished(() => transport.close());
  return transport;
}

async function service() {
  const server = await serveRaw((socket) => void socket.write(httpReply('ok')));
  return { ...server, port: Number(new URL(server.origin).port) };
}

test('asks a proxy for a tunnel, and looks up no name itself', async () => {
  const { port } = await service();
  const proxy = await serveProxy({ port });
  const transport = create({ http: proxy.address.replace('://', '://ada:se%3Acret@') });
  const reply = await transport.send(request('http://api.vendor.example:8080/a?b=1'));
  expect(Buffer.from(reply.body).toString()).toBe('ok');
  const proof = Buffer.from('ada:se:cret').toString('base64');
  expect(proxy.asked).toEqual([`api.vendor.example:8080 Basic ${proof}`]);
});

test.each([
  ['http://192.168.0.9/', 'its address is private, not public'],
  ['http://10.1.2.3/', 'its address is private, not public'],
  ['http://169.254.169.254/', 'its address is link-local, not public'],
  ['http://[fd00:ec2::254]/', 'its address is service, not public'],
  ['http://0x7f.1/', 'its address is loopback, not public'],
])('asks for no tunnel to %s', async (url, message) => {
  const proxy = await serveProxy({});
  const error = await failed(create({ http: proxy.address }).send(request(url)));
  expect(error).toMatchObject({ notSent: true, permanent: true, message: expect.stringContaining(message) });
  expect(proxy.asked).toEqual([]);
});

test('reaches loopback and excepted hosts directly', async () => {
  const { origin, port } = await service();
  const proxy = await serveProxy({});
  const here: Resolve = (_hostname, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]);
  const transport = create({ http: proxy.address, except: 'vendor.example' }, here);
  const excepted = `http://api.vendor.example:${port}/`;
  for (const url of [origin, origin.replace('127.0.0.1', 'localhost'), excepted])
    expect((await transport.send(request(url, { allowAddresses: 'loopback' }))).status).toBe(200);
  expect((await failed(transport.send(request(excepted)))).message).toContain('its address is loopback');
  expect(proxy.asked).toEqual([]);
});

test.each([
  ['HTTP/1.1 407 Proxy Authentication Required\r\n\r\n', 'the proxy answered 407', true],
  ['HTTP/1.1 502 Bad Gateway\r\n\r\n', 'the proxy answered 502', false],
  ['', 'through the proxy: the connection was closed', false],
])('nothing is sent where the proxy answers %j', async (answer, message, permanent) => {
  const proxy = await serveProxy({ answer });
  const error = await failed(create({ http: proxy.address }).send(request('http://vendor.example/')));
  expect(error).toMatchObject({ notSent: true, permanent, message });
  expect(proxy.asked).toEqual(['vendor.example:80']);
});

test('nothing is sent where there is no proxy', async () => {
  const error = await failed(create({ http: 'http://127.0.0.1:1' }).send(request('http://vendor.example/')));
  expect(error).toMatchObject({ notSent: true, message: 'through the proxy: connection refused' });
});

test('a request that is given up gives up its tunnel', async () => {
  const proxy = await serveProxy({});
  const { onAbort, end } = endSwitch();
  const sent = failed(create({ http: proxy.address }).send(request('http://vendor.example/', { onAbort })));
  await proxy.opened;
  end();
  expect(await sent).toMatchObject({ notSent: true, message: 'aborted' });
  await proxy.closed;
});

test('TLS is with the service, whose certificate is checked for its name', async () => {
  const { authority, named } = await makeCertificates();
  const folder = mkdtempSync(join(tmpdir(), 'kosmo-proxy-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const trusted = join(folder, 'authority.pem');
  writeFileSync(trusted, authority.cert);
  const server = createServer(named, (_, response) => response.end('ok'));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  const proxy = await serveProxy({ port: (server.address() as AddressInfo).port });
  const probe = fileURLToPath(new URL('../../testing/proxy-probe.ts', import.meta.url));
  const urls = ['https://api.vendor.example/', 'https://other.vendor.example/'];
  const args = ['--import', 'tsx', probe, proxy.address, ...urls];
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: trusted };
  const { stdout } = await promisify(execFile)(process.execPath, args, { env });
  expect(JSON.parse(stdout)).toEqual([
    200,
    { message: 'through the proxy: ERR_TLS_CERT_ALTNAME_INVALID', notSent: true, permanent: true },
  ]);
  expect(proxy.asked.toSorted()).toEqual(['api.vendor.example:443', 'other.vendor.example:443']);
});
